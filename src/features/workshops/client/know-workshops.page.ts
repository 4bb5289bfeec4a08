import { afterPaint } from '#shared/client/after-paint.ts';
import { fetchWorkshops } from './kept-applications.ts';

/** The script of pages that lead to a form: the classes are known here when the network is lost. */
afterPaint(() => void fetchWorkshops());
