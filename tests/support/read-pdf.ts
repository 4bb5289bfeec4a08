import { inflateSync } from 'node:zlib';

type PdfObject = { readonly head: string; readonly stream: string };
/** Letters by the code that a font gives them. */
type Letters = ReadonlyMap<string, string>;

/** Radicals of Unicode's supplement that look like a whole kanji; NFKC knows those of the main block only. */
const KANJI_OF_RADICAL: Readonly<Record<string, string>> = {
  ...{
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '見',
    '⻆': '角',
    '⻑': '長',
    '⻘': '青',
    '⻝': '食'
  },
  ...{
    '⻤': '鬼',
    '⻨': '麦',
    '⻩': '黄',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻲': '亀',
    '⺟': '母'
  }
};

/**
 * The words on each page of a PDF that Chromium printed, in the order in which they were drawn, without
 * spaces, and with kanji in their usual form where a font names them as radicals. It reads what Skia
 * writes: plain objects, one content stream a page, text as hexadecimal codes.
 */
export function pagesOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const fonts = [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
        ([, name = '', id = '']): [string, Letters] => [name, lettersOf(objects, id)]
      );
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
      return textOf(content, new Map(fonts))
        .normalize('NFKC')
        .replace(/\s/g, '')
        .replace(/[⺀-⻳]/g, (radical) => KANJI_OF_RADICAL[radical] ?? radical);
    });
}

function objectsOf(pdf: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const match of pdf.matchAll(/(\d+) 0 obj\n([^]*?)(?=stream\n|endobj)/g)) {
    const [, id = '', head = ''] = match;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = match.index + match[0].length + 'stream\n'.length;
    const packed = pdf.slice(from, from + length);
    objects.set(id, { head, stream: head.includes('/FlateDecode') ? inflate(packed) : packed });
  }
  return objects;
}

function inflate(packed: string): string {
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

function lettersOf(objects: ReadonlyMap<string, PdfObject>, font: string): Letters {
  const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
  const table = objects.get(id)?.stream ?? '';
  const letters = new Map<string, string>();
  for (const [, lines = ''] of table.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
    for (const [, code = '', letter = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g)) {
      letters.set(code, fromHex(letter));
    }
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange\n([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', letter = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first, last, unicode] = [from, to, letter].map((hex) => parseInt(hex, 16));
      for (let code = first ?? 0; code <= (last ?? -1); code++) {
        const hex = code.toString(16).toUpperCase().padStart(from.length, '0');
        letters.set(hex, String.fromCodePoint((unicode ?? 0) + code - (first ?? 0)));
      }
    }
  }
  return letters;
}

function fromHex(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}

function textOf(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  let text = '';
  for (const [, font, codes] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    const [code] = letters.keys();
    const pieces = codes?.match(new RegExp(`.{${code?.length ?? 4}}`, 'g')) ?? [];
    text += pieces.map((piece) => letters.get(piece) ?? '').join('');
  }
  return text;
}
