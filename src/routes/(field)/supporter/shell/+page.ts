/** The page that opens without a network for every address under `/supporter`; it is public and empty. */
export const prerender = true;
