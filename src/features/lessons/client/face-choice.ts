import { defaultFace, isFace, type Face } from '../domain/face.ts';
import { keep, readKept } from './device.ts';

/** The small script in app.html reads the same key before the first paint. */
const FACE_KEY = 'engawa.face';

/** The kind of phone that somebody chose on this device. */
export function faceOnDevice(): Face | undefined {
  const kept = readKept(FACE_KEY);
  return isFace(kept) ? kept : undefined;
}

export function keepFace(face: Face): void {
  document.documentElement.dataset['face'] = face;
  keep(FACE_KEY, face);
}

/** Wakes the choice of phones; CSS follows the name on `<html>`. */
export function startFaceChoice(): void {
  const { dataset } = document.documentElement;
  if (!isFace(dataset['face'])) dataset['face'] = defaultFace;

  const choice = document.querySelector<HTMLElement>('[data-face-choice]');
  if (!choice) return;
  for (const radio of choice.querySelectorAll('input')) {
    radio.checked = radio.value === dataset['face'];
    radio.addEventListener('change', () => {
      if (isFace(radio.value)) keepFace(radio.value);
    });
  }
}
