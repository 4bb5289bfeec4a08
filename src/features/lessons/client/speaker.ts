import { longestSpeechMs, rateOf, type Speed } from '../domain/voice.ts';

/** How a reading ended; `silent`: the voice never began. */
export type Ending = 'finished' | 'stopped' | 'silent';

/** Speaks sentences one after the other. Another reading, or `stop`, ends the one before. */
export class Speaker {
  readonly #voice: SpeechSynthesisVoice;
  #reading = 0;

  constructor(voice: SpeechSynthesisVoice) {
    this.#voice = voice;
  }

  /** `onSentence` hears each sentence's place in the list when it begins. */
  async read(
    sentences: readonly string[],
    speed: Speed,
    onSentence: (index: number) => void = () => {}
  ): Promise<Ending> {
    this.stop();
    const reading = this.#reading;
    for (const [index, sentence] of sentences.entries()) {
      onSentence(index);
      const began = await this.#say(sentence, speed);
      if (reading !== this.#reading) return 'stopped';
      if (!began) return 'silent';
    }
    return 'finished';
  }

  stop(): void {
    this.#reading++;
    speechSynthesis.cancel();
  }

  /** Resolves when the sentence ends or its voice stalls: false when nothing of it was spoken. */
  #say(sentence: string, speed: Speed): Promise<boolean> {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = this.#voice;
    utterance.lang = this.#voice.lang;
    utterance.rate = rateOf[speed];
    return new Promise((resolve) => {
      let began = false;
      const end = () => {
        clearTimeout(patience);
        resolve(began);
      };
      const patience = setTimeout(
        () => {
          speechSynthesis.cancel();
          end();
        },
        longestSpeechMs(sentence, speed)
      );
      utterance.onstart = () => (began = true);
      utterance.onend = end;
      utterance.onerror = end;
      // A synthesis that was left paused by another page stays silent otherwise.
      speechSynthesis.resume();
      speechSynthesis.speak(utterance);
    });
  }
}
