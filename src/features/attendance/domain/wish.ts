/** What became of a wish at the desk: a sign-up like any other, or they were told and that was all. */
export const wishOutcomes = ['signed-up', 'told'] as const;
export type WishOutcome = (typeof wishOutcomes)[number];
