import { keep, readKept } from './device.ts';

/** Read by the small script in app.html before the first paint, for every page. */
const CLASSROOM_KEY = 'engawa.classroom';

/** True while staff silenced this device: nothing of ours sounds or shakes, and a sign says so. */
export function isClassroom(): boolean {
  return 'classroom' in document.documentElement.dataset;
}

export function setClassroom(on: boolean): void {
  keep(CLASSROOM_KEY, on ? 'on' : 'off');
  show(on);
}

/** A page that comes back from the browser's memory follows what was switched meanwhile. */
export function followClassroom(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(readKept(CLASSROOM_KEY) === 'on');
  });
}

function show(on: boolean): void {
  document.documentElement.toggleAttribute('data-classroom', on);
}
