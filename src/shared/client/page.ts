import { startPageTools } from './page-tools.ts';

/** The script of plain pages. */
startPageTools();
