import * as v from 'valibot';

/** A later date that people are told of before they leave: what stands in the 市報, and nobody's name. */
export const NextDate = v.object({
  sessionId: v.string(),
  title: v.object({ ja: v.string(), en: v.string() }),
  venue: v.object({ ja: v.string(), en: v.string() }),
  startsAt: v.number()
});
export type NextDate = v.InferOutput<typeof NextDate>;

export const NEXT_DATE_ROW = 'next';
