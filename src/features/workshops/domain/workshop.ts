/**
 * class: a lecture with sign-up (体験会・教室). salon: a drop-in consultation, one to one (相談会).
 * training: people who become supporters take the eleven online courses together (取得会).
 */
export const workshopKinds = ['class', 'salon', 'training'] as const;
export type WorkshopKind = (typeof workshopKinds)[number];

/** How places are given: in the order of applying, by lot, or to whoever comes. */
export const selections = ['first-come', 'lottery', 'none'] as const;
export type Selection = (typeof selections)[number];
