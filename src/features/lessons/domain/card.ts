import { isFace, type Face } from './face.ts';

/** What was hard, in the order in which it is asked. */
export const hardships = ['cannot-see', 'not-found', 'no-answer', 'no-meaning', 'other'] as const;
export type Hardship = (typeof hardships)[number];

/**
 * Where a learner got stuck, as a card that is shown to a supporter: a lesson and a place in it, which
 * is a step (`3`) or a screen of its rehearsal (`poster`). Nobody's name, nobody's words.
 */
export type Card = {
  readonly slug: string;
  readonly place: string;
  readonly face?: Face | undefined;
  readonly hardship?: Hardship | undefined;
};

const LESSON = /^[0-6]-\d{1,2}$/;
const STEP = /^[1-8]$/;
const SCREEN = /^[a-z][a-z0-9-]{0,40}$/;

/** The card as the part of an address behind `#`, which never reaches a server: `2-7.3.kantan.m2`. */
export function cardFragment({ slug, place, face, hardship }: Card): string {
  const mark = hardship && `m${hardships.indexOf(hardship) + 1}`;
  return [slug, place, face, mark].filter(Boolean).join('.');
}

/** @returns `undefined` for what is no card of ours. */
export function readCard(fragment: string): Card | undefined {
  const [slug = '', place = '', ...rest] = fragment.split('.');
  if (!LESSON.test(slug) || !(STEP.test(place) || SCREEN.test(place))) return undefined;

  const face = rest.find(isFace);
  const hardship = hardships.find((_, index) => rest.includes(`m${index + 1}`));
  const known = [face, hardship].filter(Boolean).length;
  return rest.length === known ? { slug, place, face, hardship } : undefined;
}

/** The number of the step, or `undefined` where the place is a screen of the rehearsal. */
export function stepOf({ place }: Card): number | undefined {
  return STEP.test(place) ? Number(place) : undefined;
}
