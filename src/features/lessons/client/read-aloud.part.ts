import { chooseVoice, isSpeed, type Speed } from '../domain/voice.ts';
import { keep, pageLanguage } from './device.ts';
import { Speaker } from './speaker.ts';
import { sentencesOnPage, showSpoken, type Spoken } from './spoken-text.ts';
import { heardKey, keepSpeed, keptSpeed } from './voice-kept.ts';
import { showVoiceState, type VoiceState } from './voice-state.ts';

/** Reads a page aloud, from the trial of the voice to the choice of the speed. */
class ReadAloud {
  readonly #place: HTMLElement;
  readonly #speaker: Speaker;
  /** The sentences of the reading under way; another list is another reading. */
  #reading: readonly Spoken[] = [];
  #current = 0;

  constructor(place: HTMLElement, voice: SpeechSynthesisVoice) {
    this.#place = place;
    this.#speaker = new Speaker(voice);
    this.#showSpeed(keptSpeed());
  }

  act(wish: string): void {
    if (wish === 'try') this.#try();
    if (wish === 'yes') this.#answer('heard', 'again');
    if (wish === 'no') this.#answer('silent', 'tips');
    if (wish === 'close') this.#show('closed');
    if (wish === 'read') void this.#read(sentencesOnPage());
    if (wish === 'stop') this.stop();
    if (isSpeed(wish)) this.#changeSpeed(wish);
  }

  stop(): void {
    this.#speaker.stop();
  }

  /** Asks while the voice speaks: who hears nothing does not wait for an end. */
  #try(): void {
    this.#show('question');
    void this.#speaker.read([this.#place.dataset['sample'] ?? ''], keptSpeed());
  }

  #answer(answer: 'heard' | 'silent', next: VoiceState): void {
    this.stop();
    keep(heardKey(pageLanguage()), answer);
    this.#show(next);
  }

  async #read(sentences: readonly Spoken[]): Promise<void> {
    this.#reading = sentences;
    this.#show('reading');
    this.#tellSilence(false);
    const ending = await this.#speaker.read(
      sentences.map(({ sentence }) => sentence),
      keptSpeed(),
      (index) => {
        this.#current = index;
        showSpoken(sentences[index]);
      }
    );
    if (this.#reading !== sentences) return;

    this.#reading = [];
    showSpoken(undefined);
    this.#show('again');
    this.#tellSilence(ending === 'silent');
  }

  /** Says the sentence that is being read again, at the new speed. */
  #changeSpeed(speed: Speed): void {
    keepSpeed(speed);
    this.#showSpeed(speed);
    if (this.#reading.length > 0) void this.#read(this.#reading.slice(this.#current));
  }

  #showSpeed(speed: Speed): void {
    for (const button of this.#place.querySelectorAll<HTMLElement>('[data-voice-speed] button')) {
      button.ariaPressed = String(button.dataset['voice'] === speed);
    }
  }

  #tellSilence(isSilent: boolean): void {
    const silence = this.#place.querySelector<HTMLElement>('[data-voice-silence]');
    if (silence) silence.hidden = !isSilent;
  }

  /** What had the focus may be gone in the new state: the first thing to do there takes it over. */
  #show(state: VoiceState): void {
    const hadFocus = this.#place.contains(document.activeElement);
    showVoiceState(this.#place, state);
    if (state === 'question' || state === 'tips') this.#place.scrollIntoView({ block: 'nearest' });
    if (!hadFocus || document.activeElement?.checkVisibility()) return;
    const buttons = [...this.#place.querySelectorAll('button')];
    buttons.find((button) => button.checkVisibility())?.focus();
  }
}

function wake(place: HTMLElement): void {
  const voice = chooseVoice(speechSynthesis.getVoices(), pageLanguage());
  if (!voice) return;

  const readAloud = new ReadAloud(place, voice);
  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) readAloud.act(button.dataset['voice'] ?? '');
  });
  // Nothing speaks on from a page that nobody looks at.
  window.addEventListener('pagehide', () => readAloud.stop());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') readAloud.stop();
  });
}

const place = document.querySelector<HTMLElement>('[data-voice-place]');
if (place) wake(place);
