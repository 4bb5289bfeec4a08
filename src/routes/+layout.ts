/** Pages are plain HTML with small scripts of our own; practice and field pages turn this on. */
export const csr = false;
