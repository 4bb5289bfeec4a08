import { startPageTools } from '#shared/client/page-tools.ts';
import { registerServiceWorker } from '#shared/client/service-worker.ts';
import { startCheck } from './check.ts';
import { startFaceChoice } from './face-choice.ts';
import { showNextSession } from './next-session.ts';
import { startPack } from './pack-view.ts';
import { startProgress } from './progress-view.ts';
import { startReadAloud } from './read-aloud.ts';
import { startWordSearch } from './word-search.ts';
import { startWordsInPlace } from './words-in-place.ts';

/** The script of the learner's pages. Each part wakes what it finds on the page and nothing else. */
startPageTools();
startFaceChoice();
startProgress();
startWordsInPlace();
startCheck();
startWordSearch();
startReadAloud();
wakeButton('[data-print]', '[data-print-now]', () => window.print());
wakeButton('[data-reload]', '[data-reload-now]', () => location.reload());
void showNextSession();
void registerServiceWorker().then(startPack);

function wakeButton(place: string, button: string, act: () => void): void {
  const element = document.querySelector<HTMLElement>(place);
  if (!element) return;
  element.hidden = false;
  element.querySelector(button)?.addEventListener('click', act);
}
