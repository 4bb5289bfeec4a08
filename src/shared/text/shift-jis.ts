/**
 * Text files as offices send them: UTF-8 with or without its mark, or the Shift_JIS of older
 * spreadsheets (the WHATWG encoding, with the letters of Windows).
 *
 * @returns `undefined` when it is neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decodeAs('utf-8', bytes) ?? decodeAs('shift_jis', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

/** Stands for a letter that Shift_JIS does not have; printers have used it so for a century. */
const GETA = [0x81, 0xac] as const;

/** Letters that other systems write where Windows has one that looks the same. */
const twins: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '—': '―',
  '‖': '∥'
};

/** Writes Shift_JIS; a letter that it does not have becomes 〓. */
export function encodeShiftJis(text: string): Uint8Array<ArrayBuffer> {
  bytesByLetter ??= readTable();
  const table = bytesByLetter;
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => table.get(twins[letter] ?? letter) ?? GETA)
  );
}

let bytesByLetter: ReadonlyMap<string, readonly number[]> | undefined;

/** The decoder that every browser and Node has, turned around: its own table is the only one needed. */
function readTable(): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const letter = decodeAs('shift_jis', Uint8Array.from(bytes));
    if (letter !== undefined && Array.from(letter).length === 1 && !table.has(letter)) {
      table.set(letter, bytes);
    }
  };
  for (let byte = 0; byte <= 0xff; byte++) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  return table;
}
