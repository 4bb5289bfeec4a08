import type { City } from '#city/city.ts';
import { leaveComingSlots } from '#features/board/server/help-slots.ts';
import { listComing } from '#features/board/server/matches.ts';
import { withdrawOpenOffers } from '#features/board/server/offers.ts';
import {
  lockSupporter,
  restSupporter,
  suspendSupporter,
  wakeSupporter,
  type Supporter
} from '#features/board/server/supporters.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { endAllAuthSessions } from '#features/people/server/auth-session.ts';
import { standingOf, type SuspensionReason } from '#features/supporters/domain/lifecycle.ts';
import { addSuspension, endSuspension } from '#features/supporters/server/suspensions.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { cancelConfirmed } from '../cancel-match.ts';
import { deleteAfter } from '../retention.ts';

type Asked = { readonly supporterId: string; readonly actor: string; readonly now: Instant };

type Suspending = Asked & { readonly reason: SuspensionReason };

export type StandingError = { readonly type: 'not-found' | 'not-now' | 'own-account' };

/**
 * Suspends a supporter at once, everywhere: signed out, off the board and the lists of coming dates, no
 * offer left, the card no longer valid, what they write from now on without effect. Every meeting they
 * were still to hold goes back to the desk, and both sides are to be told.
 */
export function suspend(
  db: Db,
  city: City,
  asked: Suspending
): Promise<Result<{ readonly handedBack: number }, StandingError>> {
  return inTransaction(db, (tx) => suspendWithin(tx, city, asked));
}

/** The same as the last step of another use case, whose own rows come before it. */
export async function suspendWithin(
  tx: Tx,
  city: City,
  asked: Suspending
): Promise<Result<{ readonly handedBack: number }, StandingError>> {
  const { supporterId, reason, actor, now } = asked;
  const supporter = await lockSupporter(tx, supporterId);
  if (!supporter) return err({ type: 'not-found' });
  if (supporter.accountId === actor) return err({ type: 'own-account' });
  if (supporter.state === 'suspended') return err({ type: 'not-now' });

  const kept = deleteAfter(city, 'supporter', localDateOf(now));
  await suspendSupporter(tx, supporterId, now);
  await addSuspension(tx, { supporterId, reason, by: actor, now, deleteAfter: kept });
  await withdrawOpenOffers(tx, supporterId);
  await leaveComingSlots(tx, supporterId, now);
  await takeOffDates(tx, supporter, now);
  await endAllAuthSessions(tx, supporter.accountId, now);
  await tellSuspended(tx, supporter, now, kept);

  const changes = new ScopeChanges();
  const meetings = await listComing(tx, supporterId, now);
  for (const { id: matchId } of meetings) {
    await cancelConfirmed(tx, changes, { matchId, reason: 'suspended', now });
  }
  await writeAudit(tx, [
    entry(asked, 'supporter.suspend', reason),
    ...meetings.map(({ id }) => ({
      ...{ at: now, actor, action: 'cancel', entity: 'help_match', entityId: id },
      why: 'suspended'
    }))
  ]);
  await changes.flush(tx);
  return ok({ handedBack: meetings.length });
}

/** Ends a suspension. They rest, when this year's お約束 is not agreed to, and are active otherwise. */
export function reinstate(db: Db, asked: Asked): Promise<Result<undefined, StandingError>> {
  return change(db, asked, async (tx, supporter) => {
    if (supporter.state !== 'suspended') return undefined;
    await endSuspension(tx, supporter.id, asked.now);
    await wake(tx, supporter, asked.now);
    return 'supporter.reinstate';
  });
}

/** A pause that the supporter wishes; nothing new comes to them, and what is confirmed stands. */
export function rest(db: Db, asked: Asked): Promise<Result<undefined, StandingError>> {
  return change(db, asked, async (tx, supporter) => {
    if (supporter.state !== 'active') return undefined;
    await restSupporter(tx, supporter.id, 'own-wish');
    await withdrawOpenOffers(tx, supporter.id);
    await leaveComingSlots(tx, supporter.id, asked.now);
    return 'supporter.rest';
  });
}

/** Ends a pause of their own wish. */
export function endRest(db: Db, asked: Asked): Promise<Result<undefined, StandingError>> {
  return change(db, asked, async (tx, supporter) => {
    if (supporter.restReason !== 'own-wish') return undefined;
    await wake(tx, supporter, asked.now);
    return 'supporter.wake';
  });
}

async function wake(tx: Tx, supporter: Supporter, now: Instant): Promise<void> {
  const promised = { ...supporter, state: 'active', restReason: null } as const;
  await (standingOf(promised, localDateOf(now)) === 'active'
    ? wakeSupporter(tx, supporter.id)
    : restSupporter(tx, supporter.id, 'promise'));
}

/** `step` answers the action for the audit row, or nothing when the step may not be taken now. */
function change(
  db: Db,
  asked: Asked,
  step: (tx: Tx, supporter: Supporter) => Promise<string | undefined>
): Promise<Result<undefined, StandingError>> {
  return inTransaction(db, async (tx) => {
    const supporter = await lockSupporter(tx, asked.supporterId);
    if (!supporter) return err({ type: 'not-found' });
    const action = await step(tx, supporter);
    if (action === undefined) return err({ type: 'not-now' });
    await writeAudit(tx, [entry(asked, action, 'desk')]);
    return ok(undefined);
  });
}

function entry({ supporterId, actor, now }: Asked, action: string, why: string) {
  return { at: now, actor, action, entity: 'supporter', entityId: supporterId, why };
}

async function takeOffDates(tx: Tx, { accountId }: Supporter, now: Instant): Promise<void> {
  await tx
    .deleteFrom('session_supporter')
    .where('account_id', '=', accountId)
    .where('session_id', 'in', (eb) =>
      eb.selectFrom('session').select('session.id').where('session.ends_at', '>', now)
    )
    .execute();
}

/** By the telephone they gave, when they came by an application; through their account otherwise. */
async function tellSuspended(
  tx: Tx,
  { id, accountId }: Supporter,
  now: Instant,
  kept: string
): Promise<void> {
  const person = await tx
    .selectFrom('supporter_file')
    .innerJoin('person', 'person.id', 'supporter_file.person_id')
    .select(['person.id', 'person.way', 'person.contact_stopped_at'])
    .where('supporter_file.supporter_id', '=', id)
    .executeTakeFirst();
  await addNotice(tx, {
    to: person ? { personId: person.id } : { accountId },
    way: person?.way ?? 'mail',
    kind: 'supporter-suspended',
    dedupeKey: `supporter-suspended:${id}:${now}`,
    params: { supporterId: id },
    contactStopped: person !== undefined && person.contact_stopped_at !== null,
    now,
    deleteAfter: kept
  });
}
