import * as v from 'valibot';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { fitReasons } from './fit.ts';
import { helpTimes, topics } from './request.ts';

export const offerStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** One request as a supporter sees it; `since` is the day it was asked. Nothing tells who asks. */
export const BoardEntry = v.strictObject({
  requestId: v.string(),
  topic: v.picklist(topics),
  phoneFamily: v.picklist(phoneFamilies),
  venueId: v.string(),
  times: v.array(v.picklist(helpTimes)),
  since: v.string(),
  reasons: v.array(v.picklist(fitReasons)),
  /** How one's own offer stands; `null` without one. */
  offer: v.nullable(v.picklist(offerStates))
});
export type BoardEntry = v.InferOutput<typeof BoardEntry>;

/** How the supporter stands; anybody but an active one gets no entries. */
export const boardStandings = ['active', 'to-promise', 'resting', 'suspended'] as const;

/** The board as the server answers it to one supporter, the best fit first. */
export const Board = v.strictObject({
  supporterId: v.string(),
  standing: v.picklist(boardStandings),
  /** お手伝いのお約束 as the city words it now, a line for each rule. */
  promises: v.strictObject({ ja: v.array(v.string()), en: v.array(v.string()) }),
  entries: v.array(BoardEntry)
});
export type Board = v.InferOutput<typeof Board>;

export const OfferRequest = v.strictObject({
  requestId: v.pipe(v.string(), v.uuid()),
  /** Made on the device: a retry is the same offer. */
  key: v.pipe(v.string(), v.uuid())
});

export const WithdrawRequest = v.strictObject({ requestId: v.pipe(v.string(), v.uuid()) });

export const OfferAnswer = v.strictObject({ state: v.picklist(offerStates) });
