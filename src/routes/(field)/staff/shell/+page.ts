/** The page that opens without a network for every address under `/staff`; it is public and empty. */
export const prerender = true;
