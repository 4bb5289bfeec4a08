import { afterPaint } from '#shared/client/after-paint.ts';
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
function start(): void {
  startPageTools();
  startFaceChoice();
  startProgress();
  startWordsInPlace();
  startCheck();
  startWordSearch();
  startReadAloud();
  onButton('[data-print-now]', () => window.print());
  onButton('[data-reload-now]', () => location.reload());
  void showNextSession();
  void registerServiceWorker().then(startPack);
}

function onButton(button: string, act: () => void): void {
  document.querySelector(button)?.addEventListener('click', act);
}

afterPaint(start);
