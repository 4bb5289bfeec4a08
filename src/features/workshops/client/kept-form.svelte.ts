import { emptyFields, type ApplicationFields } from '../domain/application.ts';
import { readPostedScreen } from '../domain/apply-form.ts';
import type { NextScreen } from '../domain/apply-form.ts';
import {
  afterAnswer,
  forgetAt,
  freshEntries,
  screenAfter,
  stepBack,
  toBeSent,
  withEntries,
  workshopsToApplyFor,
  type Entries,
  type KeptApplication,
  type KnownWorkshops,
  type SendAnswer
} from '../domain/kept-application.ts';
import type { WorkshopView } from '../domain/workshop-view.ts';
import type { Language } from '#shared/i18n/language.ts';
import {
  fetchWorkshops,
  forgetApplication,
  keepApplication,
  keptApplications,
  knownWorkshops
} from './kept-applications.ts';
import { sendKept } from './send-kept.ts';

/** What the page shows. */
export type KeptView =
  | { readonly kind: 'opening' | 'list' | 'unknown' | 'waiting' }
  | {
      readonly kind: 'question';
      readonly screen: Exclude<NextScreen, { readonly kind: 'send' }>;
      readonly workshop: WorkshopView;
      /** The server asks for this one answer again. */
      readonly asked: boolean;
    }
  | { readonly kind: 'answered'; readonly answer: Exclude<SendAnswer, { kind: 'taken' | 'step' }> };

/** The application on the page, and what this device knows; owns no markup. */
export class KeptForm {
  readonly #language: Language;
  #isOpen = $state(false);
  #code = $state('');

  known = $state.raw<KnownWorkshops>();
  all = $state.raw<readonly KeptApplication[]>([]);
  kept = $state.raw<KeptApplication>();
  /** False once this browser refused to keep something. */
  canKeep = $state(true);
  sending = $state<'no' | 'now' | 'failed'>('no');

  readonly workshop = $derived(this.known?.workshops.find(({ code }) => code === this.#code));
  readonly fields: ApplicationFields = $derived.by(() => {
    const posted = readPostedScreen(this.kept?.entries ?? []);
    return posted.ok ? posted.value.fields : emptyFields;
  });
  readonly view: KeptView = $derived.by(() => this.#viewNow());

  constructor(language: Language) {
    this.#language = language;
  }

  /** Looks at what the address names: an application by its key, or the newest one of a class. */
  async open(search: URLSearchParams): Promise<void> {
    this.#code = (search.get('code') ?? '').normalize('NFKC').toUpperCase();
    this.#know(await knownWorkshops());
    this.all = await keptApplications(Date.now());
    const mine = this.all.filter(({ code }) => code === this.#code);
    const wanted = search.has('another')
      ? undefined
      : (mine.find(({ key }) => key === search.get('key')) ?? mine[0]);
    if (!this.workshop) this.#know(await fetchWorkshops());
    this.kept = wanted ?? this.#fresh();
    if (wanted?.state === 'typing')
      await this.#keep(withEntries(wanted, wanted.entries, this.workshop));
    this.#isOpen = true;
  }

  /** Takes a screen as the form sends it. @returns whether another question follows. */
  async answer(entries: Entries): Promise<boolean> {
    if (!this.kept) return false;
    await this.#keep(withEntries(this.kept, entries, this.workshop));
    return this.view.kind === 'question';
  }

  async back(): Promise<void> {
    const { kept, workshop } = this;
    if (!kept || !workshop || kept.state !== 'typing') return;
    await this.#keep(withEntries(kept, stepBack(kept.entries, workshop), workshop));
  }

  async sendAgain(): Promise<void> {
    if (this.kept?.state === 'answered') await this.#keep(toBeSent(this.kept));
  }

  /** Sends everything that waits. @returns whether the application on the page, or any, was taken. */
  async send(): Promise<boolean> {
    this.sending = 'now';
    const sent = await sendKept(fetch, this.canKeep || !this.kept ? [] : [this.kept]);
    this.sending = sent.some(({ answer }) => !answer) ? 'failed' : 'no';
    const mine = sent.filter(({ kept }) => !this.#code || kept.key === this.kept?.key);
    if (mine.some(({ answer }) => answer?.kind === 'taken')) return true;
    // The class asks something else than this device knew.
    if (sent.some(({ answer }) => answer?.kind === 'step')) this.#know(await fetchWorkshops());
    const answer = this.#code ? mine[0]?.answer : undefined;
    if (answer && this.kept) this.kept = afterAnswer(this.kept, answer);
    await this.look();
    return false;
  }

  /** Another tab may have changed what is kept; a page whose own is unchanged keeps its letters. */
  async look(): Promise<void> {
    this.all = await keptApplications(Date.now());
    const stored = this.all.find(({ key }) => key === this.kept?.key);
    if (stored && JSON.stringify(stored) !== JSON.stringify(this.kept)) this.kept = stored;
  }

  async giveUp(): Promise<void> {
    if (this.kept) await forgetApplication(this.kept.key, 'given-up');
  }

  #viewNow(): KeptView {
    const { kept, workshop } = this;
    if (!this.#isOpen) return { kind: 'opening' };
    if (!this.#code) return { kind: this.known || this.all.length > 0 ? 'list' : 'unknown' };
    if (kept?.state === 'waiting') return { kind: 'waiting' };
    const answer = kept?.answer;
    if (answer && answer.kind !== 'step') return { kind: 'answered', answer };
    if (!kept || !workshop) return { kind: 'unknown' };
    if (answer) {
      const screen = { ...answer, fromSummary: true };
      return { kind: 'question', screen, workshop, asked: true };
    }
    const screen = screenAfter(kept.entries, workshop);
    if (screen.kind === 'malformed') return { kind: 'answered', answer: screen };
    if (screen.kind === 'send') return { kind: 'waiting' };
    return { kind: 'question', screen, workshop, asked: false };
  }

  #know(known: KnownWorkshops | undefined): void {
    if (known) this.known = workshopsToApplyFor(known, Date.now());
  }

  #fresh(): KeptApplication | undefined {
    if (!this.workshop) return undefined;
    const key = newKey();
    const now = Date.now();
    return {
      ...{ key, code: this.#code, language: this.#language, state: 'typing' },
      entries: freshEntries(key),
      keptAt: now,
      forgetAt: forgetAt(this.workshop, now)
    };
  }

  async #keep(kept: KeptApplication): Promise<void> {
    const keyBefore = this.kept?.key;
    this.kept = kept;
    this.canKeep = await keepApplication(kept, keyBefore);
  }
}

/** A form's key, as the server makes one. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
