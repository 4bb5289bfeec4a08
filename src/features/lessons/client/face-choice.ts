import { defaultFace, isFace } from '../domain/face.ts';
import { keep } from './device.ts';

/** The small script in app.html reads the same key before the first paint. */
const FACE_KEY = 'engawa.face';

/** Wakes the choice of phones; CSS follows the name on `<html>`. */
export function startFaceChoice(): void {
  const { dataset } = document.documentElement;
  if (!isFace(dataset['face'])) dataset['face'] = defaultFace;

  const choice = document.querySelector<HTMLElement>('[data-face-choice]');
  if (!choice) return;
  for (const radio of choice.querySelectorAll('input')) {
    radio.checked = radio.value === dataset['face'];
    radio.addEventListener('change', () => {
      dataset['face'] = radio.value;
      keep(FACE_KEY, radio.value);
    });
  }
}
