import { writeAudit } from '#features/people/server/audit.ts';
import { setContactStopped } from '#features/people/server/persons.ts';
import type { StopReason } from '#features/notices/domain/notice.ts';
import { withdrawPersonNotices } from '#features/notices/server/notices.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

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
    await setContactStopped(tx, asked.personId, asked.now);
    await withdrawPersonNotices(tx, asked.personId);
    await note(tx, asked, 'contact.stop', asked.reason);
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
