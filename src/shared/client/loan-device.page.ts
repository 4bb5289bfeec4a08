import { localPath } from '../i18n/language.ts';
import { idleStage } from '../time/idle.ts';
import { holdsUnsent } from './drawer.ts';
import { FORGOTTEN_KEY, forgetCookiesLeft, forgetPerson } from './forget-person.ts';
import { showFurigana } from './furigana.ts';
import { keep, readKept } from './kept.ts';
import { chosenFurigana } from './preferences.ts';

/** When somebody last touched any page on this device, epoch milliseconds. */
const TOUCHED_KEY = 'engawa.touchedAt';
/** Another part of the app sets it to `on` while a class is going on. */
const CLASSROOM_KEY = 'engawa.classroom';

const LOOK_EVERY_MS = 15_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
const KEEP_TOUCH_EVERY_MS = 5_000;

/** `finish` is asked by a touch, the others by the time without one. */
type Stage = 'finish' | 'asking' | 'covered';

/**
 * The script of a phone that the city lends: 「次の人へ」 stands on every page, and a page that nobody
 * touches is asked for and hidden. Only a person's touch removes anything.
 */
async function start(): Promise<void> {
  leaveWhenForgotten();
  void forgetCookiesLeft();
  window.addEventListener('online', () => void forgetCookiesLeft());

  const dialog = await addLoanWords();
  if (!dialog) return;
  const question = new LoanQuestion(dialog);
  document.querySelector('[data-loan-bar]')?.addEventListener('click', () => question.finish());
  watchIdleness(question);
}

/**
 * Words and looks come from the one page that has them, which every device keeps: other pages do not
 * carry them for the few that are lent. @returns nothing when that page is out of reach.
 */
async function addLoanWords(): Promise<HTMLDialogElement | null> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'ja';
  const text = await textOf(localPath('/about/device', language));
  const source = new DOMParser().parseFromString(text, 'text/html');
  const words = source.querySelector<HTMLTemplateElement>('template[data-loan]');
  const frame = document.getElementById('content')?.parentElement;
  if (!words || !frame) return null;

  const looks = new CSSStyleSheet();
  looks.replaceSync(
    [...source.querySelectorAll('style')].map((style) => style.textContent).join('')
  );
  document.adoptedStyleSheets.push(looks);
  frame.append(document.importNode(words.content, true));
  if (chosenFurigana() !== 'hard') showFurigana(frame, chosenFurigana());
  return frame.querySelector('dialog');
}

async function textOf(address: string): Promise<string> {
  try {
    return await (await fetch(address)).text();
  } catch (failure) {
    if (failure instanceof TypeError) return '';
    throw failure;
  }
}

class LoanQuestion {
  readonly #dialog: HTMLDialogElement;
  #stage: Stage | undefined;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    const on = (button: string, act: () => void) =>
      dialog.querySelector(button)?.addEventListener('click', act);
    on('[data-loan-go-on]', () => this.#goOn());
    on('[data-loan-next]', () => this.finish());
    on('[data-loan-erase]', () => void forgetPerson().finally(() => location.replace('/')));
    // Escape and the phone's own Back key close a dialog, but do not show a hidden page again.
    dialog.addEventListener('close', () => {
      if (dialog.hasAttribute('data-loan-covers')) this.#show('covered');
      else this.#goOn();
    });
  }

  get isOpen(): boolean {
    return this.#stage !== undefined;
  }

  finish(): void {
    keepTouch();
    this.#show('finish');
  }

  ask(stage: 'asking' | 'covered'): void {
    if (stage !== this.#stage) this.#show(stage);
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    this.#dialog.dataset['loanStage'] = stage;
    this.#dialog.setAttribute('aria-labelledby', `loan-${stage}`);
    if (stage === 'covered') this.#dialog.dataset['loanCovers'] = '';
    if (!this.#dialog.open) this.#dialog.showModal();
    document.getElementById(`loan-${stage}`)?.focus();
    if (stage === 'finish') void this.#tellUnsent();
  }

  /** Whoever empties the device hears first that an application would go with the rest. */
  async #tellUnsent(): Promise<void> {
    const words = this.#dialog.querySelector<HTMLElement>('[data-loan-unsent]');
    if (words) words.hidden = !(await holdsUnsent());
  }

  #goOn(): void {
    this.#stage = undefined;
    delete this.#dialog.dataset['loanCovers'];
    keepTouch();
    this.#dialog.close();
  }
}

function watchIdleness(question: LoanQuestion): void {
  const look = () => {
    const stage = idleStage(touchedAt(), Date.now());
    if (stage !== 'in-use' && readKept(CLASSROOM_KEY) !== 'on') question.ask(stage);
  };
  look();
  if (!question.isOpen) keepTouch();

  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  const touched = () => {
    // Somebody who takes up a phone that asks has to answer.
    if (!question.isOpen && Date.now() - touchedAt() > KEEP_TOUCH_EVERY_MS) keepTouch();
  };
  for (const touch of TOUCHES) {
    document.addEventListener(touch, touched, { capture: true, passive: true });
  }
}

/** A first visit counts as touched now; so does a clock that was set back. */
function touchedAt(): number {
  return Math.min(Number(readKept(TOUCHED_KEY) ?? Date.now()), Date.now());
}

function keepTouch(): void {
  keep(TOUCHED_KEY, String(Date.now()));
}

/** A page of the person before, open in another tab or brought back by the Back key, goes as well. */
function leaveWhenForgotten(): void {
  const known = readKept(FORGOTTEN_KEY);
  const leave = () => {
    if (readKept(FORGOTTEN_KEY) !== known) location.replace('/');
  };
  window.addEventListener('storage', leave);
  window.addEventListener('pageshow', leave);
}

void start();
