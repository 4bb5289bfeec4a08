import { writeAudit } from '#features/people/server/audit.ts';
import { setContactStopped } from '#features/people/server/persons.ts';
import type { StopReason } from '#features/notices/domain/notice.ts';
import { withdrawPersonNotices } from '#features/notices/server/notices.ts';
import { withdrawOffers } from '#features/workshops/server/seat-offers.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { refillLine } from '../refill-line.ts';

type Asked = { readonly personId: string; readonly actor: string; readonly now: Instant };
type Answer = Result<undefined, { readonly type: 'person-not-found' }>;

/**
 * The one switch: from now on no letter and no call goes to this person, and what they were still to
 * be told is taken off the list. Later notices are kept as not wanted.
 */
export function stopContact(
  db: Db,
  asked: Asked & { readonly reason: StopReason }
): Promise<Answer> {
  return inTransaction(db, async (tx) => {
    if (!(await isKnown(tx, asked.personId))) return err({ type: 'person-not-found' });
    const workshopIds = await letSeatsGo(tx, asked.personId);
    await setContactStopped(tx, asked.personId, asked.now);
    await withdrawPersonNotices(tx, asked.personId);
    const next = [];
    for (const id of workshopIds) next.push(...(await refillLine(tx, id, asked.now)));
    await note(tx, asked, 'contact.stop', asked.reason);
    await writeAudit(tx, next);
    return ok(undefined);
  });
}

/** Allows letters and calls again; what was withdrawn meanwhile stays withdrawn. */
export function allowContact(db: Db, asked: Asked): Promise<Answer> {
  return inTransaction(db, async (tx) => {
    if (!(await isKnown(tx, asked.personId))) return err({ type: 'person-not-found' });
    await setContactStopped(tx, asked.personId, null);
    await note(tx, asked, 'contact.allow', 'asked');
    return ok(undefined);
  });
}

/** A seat held for an answer that nobody will ask for goes to the next one. @returns its workshops */
async function letSeatsGo(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('seat_offer')
    .innerJoin('sign_up', 'sign_up.id', 'seat_offer.sign_up_id')
    .select(['sign_up.id', 'sign_up.workshop_id'])
    .where('sign_up.person_id', '=', personId)
    .where('seat_offer.state', '=', 'asked')
    .orderBy('sign_up.workshop_id')
    .execute();
  for (const { id, workshop_id } of rows) {
    await lockWorkshop(tx, { id: workshop_id });
    await withdrawOffers(tx, { signUpId: id });
  }
  return [...new Set(rows.map(({ workshop_id }) => workshop_id))];
}

async function isKnown(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

function note(tx: Tx, asked: Asked, action: string, why: string): Promise<void> {
  return writeAudit(tx, [
    { at: asked.now, actor: asked.actor, action, entity: 'person', entityId: asked.personId, why }
  ]);
}
