import { showFurigana } from '#shared/client/furigana.ts';
import { chosenFurigana } from '#shared/client/preferences.ts';
import { localPath } from '#shared/i18n/language.ts';
import { cardFragment, hardships, readCard, stepOf, type Card } from '../domain/card.ts';
import { defaultFace, isFace, type Face } from '../domain/face.ts';
import { helpTopicOf } from '../domain/help-topic.ts';
import { pageLanguage } from './device.ts';
import { qrCode } from './draw-qr.ts';
import { readStep } from './lesson-page.ts';

type FullCard = Card & { readonly face: Face };

/** Shows the card that the address names, and writes into the address what was hard. */
class CardPage {
  readonly #place: HTMLElement;
  #card: FullCard | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
    const choices = this.#part('choices');
    choices?.addEventListener('change', ({ target }) => {
      const hardship = hardships.find((code) => code === (target as HTMLInputElement).value);
      if (this.#card) this.#show({ ...this.#card, hardship });
    });
  }

  /** @returns false when the address names no card. */
  follow(fragment: string): boolean {
    const card = readCard(fragment);
    if (!card) return false;

    const { face } = document.documentElement.dataset;
    this.#show({ ...card, face: card.face ?? (isFace(face) ? face : defaultFace) });
    // Whoever is shown the card sees it first; the learner chooses first.
    if (card.hardship) this.#part('paper')?.after(...this.#all('choices'));
    void this.#showLesson();
    return true;
  }

  /** A link within the page, such as 「本文へ」, leaves the card in the address. */
  keepInAddress(): void {
    if (this.#card) history.replaceState(null, '', `#${cardFragment(this.#card)}`);
  }

  #show(card: FullCard): void {
    this.#card = card;
    this.keepInAddress();
    const step = stepOf(card);
    this.#say('number', card.slug);
    this.#say('step-number', step ? String.fromCodePoint(0x2460 + step - 1) : '');
    this.#showOnly('place', step ? 'step' : 'screen');
    this.#showOnly('face', card.face);
    this.#showOnly('hardship', card.hardship ?? 'none');
    for (const radio of this.#place.querySelectorAll('input')) {
      radio.checked = radio.value === card.hardship;
    }
    this.#link(card, step);
    this.#part('qr')?.replaceChildren(qrCode(location.href, this.#place.dataset['qrLabel'] ?? ''));
  }

  #link(card: FullCard, step: number | undefined): void {
    const language = pageLanguage();
    const help = new URLSearchParams({ topic: helpTopicOf(card.slug), family: card.face });
    const path = step ? `/lessons/${card.slug}/${step}` : `/practice/${card.slug}`;
    lead('[data-card-help]', `${localPath('/help', language)}?${help}`);
    lead('[data-page-back]', localPath(path, language));
    const other = document.querySelector<HTMLAnchorElement>('a[hreflang]');
    if (other) other.hash = cardFragment(card);
  }

  /** Title, sentence and picture: the card's numbers stand before them, and without them. */
  async #showLesson(): Promise<void> {
    const card = this.#card;
    if (!card) return;
    const step = stepOf(card) ?? 1;
    const path = localPath(`/lessons/${card.slug}/${step}`, pageLanguage());
    const shown = await readStep(path, card.face);
    if (this.#card?.slug !== card.slug || this.#card.place !== card.place) return;

    const screen = this.#screenName(card);
    this.#fill('lesson', shown?.lesson);
    this.#fill('sentence', stepOf(card) ? shown?.sentence : screen);
    this.#fill('picture', stepOf(card) ? shown?.picture : undefined);
    showFurigana(this.#place, chosenFurigana());
  }

  #screenName({ slug, place }: Card): Node | undefined {
    const names = this.#place.querySelector<HTMLTemplateElement>('[data-card-screens]');
    return names?.content.querySelector(`[data-screen="${slug}.${place}"]`)?.cloneNode(true);
  }

  #all(name: string): HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>(`[data-card-${name}]`)];
  }

  #part(name: string): HTMLElement | undefined {
    return this.#all(name)[0];
  }

  #say(name: string, text: string): void {
    for (const place of this.#all(name)) place.textContent = text;
  }

  #fill(name: string, content: Node | undefined): void {
    for (const place of this.#all(name)) place.replaceChildren(...(content ? [content] : []));
  }

  #showOnly(name: string, wanted: string): void {
    for (const choice of this.#all(name)) {
      choice.hidden = choice.getAttribute(`data-card-${name}`) !== wanted;
    }
  }
}

function lead(link: string, address: string): void {
  document.querySelector(link)?.setAttribute('href', address);
}

function wake(place: HTMLElement, without: HTMLElement): void {
  const page = new CardPage(place);
  const follow = () => page.follow(location.hash.slice(1));
  const isCard = follow();
  place.hidden = !isCard;
  without.hidden = isCard;
  window.addEventListener('hashchange', () => {
    if (!follow()) page.keepInAddress();
  });
}

const place = document.querySelector<HTMLElement>('[data-card-page]');
const without = document.querySelector<HTMLElement>('[data-card-without]');
if (place && without) wake(place, without);
