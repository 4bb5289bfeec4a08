import type { City } from '#city/city.ts';
import { findGuarded, type StoppedPlace } from '#features/board/domain/guard.ts';
import { stoppedInTrouble } from '#features/board/domain/trouble.ts';
import { addStoppedText } from '#features/board/server/stopped-texts.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import type { Db } from '#server/db/database.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { HOUR_MS, localDateOf, type Instant } from '#shared/time/instant.ts';
import { deleteAfter } from './retention.ts';

/** A whole 公民館 shares one address; more than that is a machine, and tells the desk nothing new. */
const PER_ADDRESS: Limit = { times: 60, withinMs: HOUR_MS };

export type Written = {
  readonly text: string;
  readonly place: StoppedPlace;
  readonly now: Instant;
  /** An account, or the address of somebody without one. */
  readonly by: { readonly account: string } | { readonly address: string };
};

/**
 * Shows the coordinator that a text was stopped, by its kinds, when and where: never the text, since a
 * number that must not be sent must not be kept either. A text that passes leaves nothing.
 */
export async function noteIfStopped(db: Db, city: City, written: Written): Promise<void> {
  const { text, place, by, now } = written;
  const kinds = place === 'trouble' ? stoppedInTrouble(text) : findGuarded(text);
  if (kinds.length === 0) return;
  if ('address' in by) {
    const from = `stopped-from:${hashToken(by.address)}`;
    if (!(await takeAttempt(db, from, PER_ADDRESS, now))) return;
  }
  await addStoppedText(db, {
    ...{ place, kinds, now },
    writtenBy: 'account' in by ? by.account : 'applicant',
    deleteAfter: deleteAfter(city, 'helpRequest', localDateOf(now))
  });
}
