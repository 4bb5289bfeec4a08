/** Who applies for somebody: what they are to that person, as a code. */
export const relations = ['family', 'neighbour', 'carer', 'supporter', 'other'] as const;
export type Relation = (typeof relations)[number];

/** Somebody who applied in another person's stead. */
export type Helper = { readonly name: string; readonly relation: Relation };
