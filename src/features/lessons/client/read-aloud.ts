import { chooseVoice } from '../domain/voice.ts';
import { isClassroom } from './classroom.ts';
import { pageLanguage, readKept } from './device.ts';
import { fetchPart } from './parts.ts';
import { heardKey } from './voice-kept.ts';
import { showVoiceState } from './voice-state.ts';

/**
 * Offers to read a step aloud where a voice of the page's language is there, and fetches what reads it
 * with the first touch. The button to read stands only where somebody once said that they heard it.
 */
export function startReadAloud(): void {
  const place = document.querySelector<HTMLElement>('[data-voice-place]');
  if (!place || !('speechSynthesis' in window) || isClassroom()) return;

  const known = readKept(heardKey(pageLanguage()));
  if (known === 'silent' && !('asksAgain' in place.dataset)) return;

  const offer = () => {
    if (!place.hidden || !chooseVoice(speechSynthesis.getVoices(), pageLanguage())) return;
    showVoiceState(place, known === 'heard' ? 'read' : 'try');
    place.hidden = false;
  };
  // Many browsers know their voices only after a while; in older Safari this is no event target.
  speechSynthesis.onvoiceschanged = offer;
  offer();
  fetchOnTouch(place);
}

function fetchOnTouch(place: HTMLElement): void {
  const onTouch = ({ target }: Event) => {
    // iOS lets a page speak later only if it spoke within a touch.
    speechSynthesis.speak(new SpeechSynthesisUtterance(''));
    fetchPart(place.dataset['script'] ?? '').then(
      () => (target as HTMLElement).click(),
      () => fetchOnTouch(place) // no network just now: the next touch asks again
    );
  };
  place.addEventListener('click', onTouch, { once: true });
}
