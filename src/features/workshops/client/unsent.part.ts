import { showFurigana } from '#shared/client/furigana.ts';
import { chosenFurigana } from '#shared/client/preferences.ts';
import { keepSending } from './keep-sending.ts';
import { keptApplications } from './kept-applications.ts';
import { sendKept } from './send-kept.ts';

/** Sends what waits, now and whenever the network is back, and says above the page what became of it. */
class UnsentNotice {
  readonly #place: HTMLElement;

  constructor(words: HTMLTemplateElement, page: HTMLElement) {
    this.#place = document.createElement('div');
    this.#place.append(document.importNode(words.content, true));
    this.#place.setAttribute('role', 'status');
    showFurigana(this.#place, chosenFurigana());
    page.prepend(this.#place);
  }

  /** @returns whether nothing waits any more. */
  async send(): Promise<boolean> {
    const sent = await sendKept();
    const left = await keptApplications(Date.now());
    if (sent.some(({ answer }) => answer?.kind === 'taken')) this.#show('taken', true);
    for (const state of ['typing', 'waiting', 'answered'] as const) {
      this.#show(
        state,
        left.some((kept) => kept.state === state)
      );
    }
    return !left.some(({ state }) => state === 'waiting');
  }

  #show(state: string, shown: boolean): void {
    const part = this.#place.querySelector<HTMLElement>(`[data-unsent-part="${state}"]`);
    if (part) part.hidden = !shown;
  }
}

const words = document.querySelector<HTMLTemplateElement>('template[data-unsent]');
const page = document.getElementById('content');
if (words && page) {
  const notice = new UnsentNotice(words, page);
  keepSending(() => notice.send()).now();
}
