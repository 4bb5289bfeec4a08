import { afterPaint } from '#shared/client/after-paint.ts';
import { startPageTools } from '#shared/client/page-tools.ts';
import { registerServiceWorker } from '#shared/client/service-worker.ts';
import { startCheck } from './check.ts';
import { followClassroom } from './classroom.ts';
import { startFaceChoice } from './face-choice.ts';
import { startPack } from './pack-view.ts';
import { startParts } from './parts.ts';
import { startProgress } from './progress-view.ts';
import { startReadAloud } from './read-aloud.ts';
import { startWordsInPlace } from './words-in-place.ts';

/** The script of the learner's pages. Each part wakes what it finds on the page and nothing else. */
function start(): void {
  startPageTools();
  startFaceChoice();
  startProgress();
  startWordsInPlace();
  startCheck();
  startReadAloud();
  startParts();
  followClassroom();
  onButton('[data-print-now]', () => window.print());
  onButton('[data-reload-now]', () => location.reload());
  void registerServiceWorker().then(startPack);
}

function onButton(button: string, act: () => void): void {
  document.querySelector(button)?.addEventListener('click', act);
}

afterPaint(start);
