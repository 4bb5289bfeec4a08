import { afterPaint } from './after-paint.ts';
import { startPageTools } from './page-tools.ts';
import { registerServiceWorker } from './service-worker.ts';

/** The script of plain pages: page tools, and the service worker with its update prompt. */
afterPaint(() => {
  startPageTools();
  void registerServiceWorker();
});
