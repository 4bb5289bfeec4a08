import { sentencesOf, sentenceSpans, type Span } from '../domain/voice.ts';

/** One sentence of the page: what is said, and where it stands. */
export type Spoken = {
  readonly sentence: string;
  readonly element: HTMLElement;
  /** The sentence as it is written, where it can be told apart in its element. */
  readonly range: Range | undefined;
};

/** The name under which learn.css paints the sentence that is read. */
const HIGHLIGHT = 'being-read';

/** The reading text of what is shown just now, sentence by sentence. */
export function sentencesOnPage(): Spoken[] {
  return [...document.querySelectorAll<HTMLElement>('[data-speech]')]
    .filter((element) => element.checkVisibility())
    .flatMap(sentencesIn);
}

function sentencesIn(element: HTMLElement): Spoken[] {
  const spoken = sentencesOf(element.dataset['speech'] ?? '');
  const letters = lettersOf(element);
  const written = sentenceSpans(letters.map(({ letter }) => letter).join(''));
  const areAlike = written.length === spoken.length;
  return spoken.map((sentence, index) => ({
    sentence,
    element,
    range: areAlike ? rangeOf(letters, written[index]) : undefined
  }));
}

type Letter = { readonly letter: string; readonly node: Node; readonly offset: number };

/** What is written there without its readings, letter by letter with its place. */
function lettersOf(element: HTMLElement): Letter[] {
  const letters: Letter[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement?.closest('rt')) continue;
    const text = node.textContent ?? '';
    for (let offset = 0; offset < text.length; offset++) {
      letters.push({ letter: text.charAt(offset), node, offset });
    }
  }
  return letters;
}

function rangeOf(letters: readonly Letter[], span: Span | undefined): Range | undefined {
  const first = span && letters[span.from];
  const last = span && letters[span.to - 1];
  if (!first || !last) return undefined;

  const range = new Range();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Shows which sentence is read, quietly: a tint, and nothing moves while it is in sight. */
export function showSpoken(spoken: Spoken | undefined): void {
  for (const before of document.querySelectorAll('[data-being-read]')) {
    before.removeAttribute('data-being-read');
  }
  spoken?.element.setAttribute('data-being-read', '');
  spoken?.element.scrollIntoView({ block: 'nearest' });
  if (!('highlights' in CSS)) return;

  CSS.highlights.delete(HIGHLIGHT);
  if (spoken?.range) CSS.highlights.set(HIGHLIGHT, new Highlight(spoken.range));
}
