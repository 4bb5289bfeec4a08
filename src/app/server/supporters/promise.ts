import type { City } from '#city/city.ts';
import { withdrawOpenOffers } from '#features/board/server/offers.ts';
import {
  listOverdue,
  lockSupporter,
  restSupporter,
  setPromiseUntil,
  wakeSupporter
} from '#features/board/server/supporters.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { promiseUntil } from '#features/supporters/domain/lifecycle.ts';
import { nextPromise, type PromiseTextError } from '#features/supporters/domain/promise.ts';
import { keepFileUntil } from '#features/supporters/server/files.ts';
import { addAgreement, addPromise, readPromise } from '#features/supporters/server/promises.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { deleteAfter } from '../retention.ts';

export type AgreeError = { readonly type: 'not-found' | 'suspended' | 'changed-meanwhile' };

/**
 * Writes down that a supporter agrees to the お約束 as it was before them, for a year from today. Whoever
 * rested for want of it is active again at once.
 */
export function agreeToPromise(
  db: Db,
  city: City,
  agreed: {
    readonly supporterId: string;
    /** The version that was read. */
    readonly version: number;
    readonly channel: 'web' | 'paper';
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly until: LocalDate }, AgreeError>> {
  const { supporterId, version, channel, actor, now } = agreed;
  return inTransaction(db, async (tx) => {
    const supporter = await lockSupporter(tx, supporterId);
    if (!supporter) return err({ type: 'not-found' });
    if (supporter.state === 'suspended') return err({ type: 'suspended' });
    if ((await readPromise(tx)).version !== version) return err({ type: 'changed-meanwhile' });

    const on = localDateOf(now);
    const until = promiseUntil(on);
    const kept = deleteAfter(city, 'supporter', until);
    await addAgreement(tx, { supporterId, version, on, channel, by: actor, deleteAfter: kept });
    await setPromiseUntil(tx, supporterId, until);
    await keepFileUntil(tx, supporterId, kept);
    if (supporter.restReason === 'promise') await wakeSupporter(tx, supporterId);
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'promise.agree',
        entity: 'supporter',
        entityId: supporterId,
        why: channel
      }
    ]);
    return ok({ until });
  });
}

/**
 * Whoever has not agreed to the year's お約束 rests from today: not on the board, not proposed, not valid
 * by the card. What they offered is taken back; meetings that are confirmed stand, and the desk sees them.
 */
export async function restOverdue(tx: Tx, city: City, now: Instant): Promise<number> {
  const overdue = await listOverdue(tx, localDateOf(now));
  for (const { id, accountId, promiseUntil: until } of overdue) {
    await restSupporter(tx, id, 'promise');
    await withdrawOpenOffers(tx, id);
    await addNotice(tx, {
      to: { accountId },
      way: 'mail',
      kind: 'supporter-promise-due',
      dedupeKey: `supporter-promise-due:${id}:${until ?? 'first'}`,
      params: { supporterId: id },
      contactStopped: false,
      now,
      deleteAfter: deleteAfter(city, 'supporter', localDateOf(now))
    });
  }
  await writeAudit(
    tx,
    overdue.map(({ id }) => ({
      at: now,
      actor: 'system',
      action: 'supporter.rest',
      entity: 'supporter',
      entityId: id,
      why: 'promise'
    }))
  );
  return overdue.length;
}

/**
 * Writes a new version of the text. Agreements to the one before stand until their year is over; from
 * now on everybody agrees to the new one.
 */
export async function changePromise(
  db: Db,
  typed: {
    readonly from: number;
    readonly ja: string;
    readonly en: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly version: number }, PromiseTextError>> {
  try {
    return await inTransaction(db, async (tx) => {
      const next = nextPromise(await readPromise(tx), typed);
      if (!next.ok) return next;
      const { version } = next.value;
      await addPromise(tx, next.value, { by: typed.actor, at: typed.now });
      await writeAudit(tx, [
        {
          at: typed.now,
          actor: typed.actor,
          action: 'promise.change',
          entity: 'promise_text',
          entityId: String(version),
          why: 'administrator'
        }
      ]);
      return ok({ version });
    });
  } catch (failure) {
    if (isUniqueViolation(failure)) return err({ type: 'changed-meanwhile' });
    throw failure;
  }
}
