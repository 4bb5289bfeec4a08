/** Under which key the last board is kept on a supporter's device; it also tells whose log this is. */
export const BOARD_KEPT = 'board';
