/** What a tablet lets the door hear and feel without looking. */
export type DoorSignal = 'received' | 'already' | 'look';

type Tone = { readonly hertz: number; readonly beginsAt: number };

const TONES: Readonly<Record<DoorSignal, readonly Tone[]>> = {
  received: [{ hertz: 880, beginsAt: 0 }],
  already: [
    { hertz: 660, beginsAt: 0 },
    { hertz: 660, beginsAt: 0.2 }
  ],
  look: [
    { hertz: 330, beginsAt: 0 },
    { hertz: 330, beginsAt: 0.25 },
    { hertz: 330, beginsAt: 0.5 }
  ]
};
const TONE_SECONDS = 0.15;
const VIBRATION: Readonly<Record<DoorSignal, number[]>> = {
  received: [80],
  already: [80, 80, 80],
  look: [200, 80, 200, 80, 200]
};

let audio: AudioContext | undefined;

/** To be called in a touch: some browsers let nothing sound that was not made ready by one. */
export function prepareSignals(): AudioContext {
  audio ??= new AudioContext();
  return audio;
}

/** One high tone and a short shake: received. Two: received already. Three low ones: look at the screen. */
export function giveSignal(signal: DoorSignal): void {
  if ('vibrate' in navigator) navigator.vibrate(VIBRATION[signal]);
  const sound = prepareSignals();
  // A hand scanner reads without a touch on the page; then it sounds from the next touch on.
  if (sound.state === 'suspended') void sound.resume();
  for (const { hertz, beginsAt } of TONES[signal]) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    volume.gain.value = 0.2;
    tone.frequency.value = hertz;
    tone.connect(volume).connect(sound.destination);
    tone.start(sound.currentTime + beginsAt);
    tone.stop(sound.currentTime + beginsAt + TONE_SECONDS);
  }
}
