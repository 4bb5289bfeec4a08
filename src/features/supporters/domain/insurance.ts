/** What covers a supporter's work on a date. */
export const insuranceKinds = ['volunteer', 'event', 'none'] as const;
export type InsuranceKind = (typeof insuranceKinds)[number];
