/** What became of a wish at the desk: a sign-up like any other, or they were told and that was all. */
export type WishOutcome = 'signed-up' | 'told';
