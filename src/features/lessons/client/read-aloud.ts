import { keep, pageLanguage, readKept } from './device.ts';

const HEARD_KEY = 'engawa.voice';
const SLOWER_THAN_USUAL = 0.9;

/**
 * Reads a step aloud, sentence by sentence, from its own reading text. A voice is trusted on this
 * device once somebody said that it was heard; 「きこえない」 hides the question for good.
 */
export function startReadAloud(): void {
  const place = document.querySelector<HTMLElement>('[data-voice]');
  if (!place || !('speechSynthesis' in window)) return;

  const offer = () => {
    const voice = voiceFor(pageLanguage());
    if (voice) wake(place, voice);
  };
  // Some browsers know their voices only after a while.
  speechSynthesis.addEventListener('voiceschanged', offer, { once: true });
  offer();
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith(language));
  return voices.find(({ localService }) => localService) ?? voices[0];
}

function wake(place: HTMLElement, voice: SpeechSynthesisVoice): void {
  const key = `${HEARD_KEY}.${pageLanguage()}`;
  const part = (name: string) => place.querySelector<HTMLElement>(`[data-voice-${name}]`);
  const showOnly = (...names: string[]) => {
    for (const name of ['try', 'question', 'read', 'stop']) {
      const element = part(name);
      if (element) element.hidden = !names.includes(name);
    }
  };
  const answer = (heard: boolean) => {
    keep(key, heard ? 'heard' : 'silent');
    showOnly(...(heard ? ['read'] : []));
  };
  const on = (name: string, act: () => void) => {
    const element = part(name);
    if (element) element.onclick = act;
  };

  on('try', () => {
    say([place.dataset['sample'] ?? ''], voice, () => showOnly('question'));
    showOnly('question');
  });
  on('yes', () => answer(true));
  on('no', () => answer(false));
  on('read', () => {
    showOnly('stop');
    say(sentencesOnPage(), voice, () => showOnly('read'));
  });
  on('stop', () => {
    speechSynthesis.cancel();
    showOnly('read');
  });

  const known = readKept(key);
  if (known === 'silent') return;
  place.hidden = false;
  showOnly(known === 'heard' ? 'read' : 'try');
}

/** The reading text of what is shown just now, one entry per sentence. */
function sentencesOnPage(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-speech]')]
    .filter((element) => element.offsetParent !== null)
    .flatMap((element) => (element.dataset['speech'] ?? '').split(/(?<=[。!?.])/))
    .filter((sentence) => sentence.trim() !== '');
}

function say(sentences: readonly string[], voice: SpeechSynthesisVoice, done: () => void): void {
  speechSynthesis.cancel();
  sentences.forEach((sentence, index) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = SLOWER_THAN_USUAL;
    if (index === sentences.length - 1) {
      utterance.onend = done;
      utterance.onerror = done;
    }
    speechSynthesis.speak(utterance);
  });
}
