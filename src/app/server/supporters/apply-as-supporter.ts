import type { City } from '#city/city.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import type { Channel } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling, keepPerson } from '#features/people/server/persons.ts';
import type { Application } from '#features/supporters/domain/application.ts';
import { addFile, contentHashOf, findFileByKey } from '#features/supporters/server/files.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { deleteAfter } from '../retention.ts';

export type ApplyAsSupporter = {
  readonly application: Application;
  /** Made with the form: the same key and answers are one application, however often they are sent. */
  readonly key: string;
  readonly channel: Channel;
  /** `applicant`, or the account of the clerk who types from paper. */
  readonly actor: string;
  readonly now: Instant;
};

/** The key was used for something else: perhaps a second person on the same form. */
export type ApplyError = { readonly type: 'other-content'; readonly number: string };

/** Takes an application to the desk; nobody is a supporter by it. */
export async function applyAsSupporter(
  db: Db,
  city: City,
  applied: ApplyAsSupporter
): Promise<Result<{ readonly number: string }, ApplyError>> {
  try {
    return await inTransaction(db, (tx) => apply(tx, city, applied));
  } catch (failure) {
    // The same form sent twice at the same moment: the other one is stored by now.
    if (!isUniqueViolation(failure)) throw failure;
    return inTransaction(db, (tx) => apply(tx, city, applied));
  }
}

async function apply(
  tx: Tx,
  city: City,
  { application, key, channel, actor, now }: ApplyAsSupporter
): Promise<Result<{ readonly number: string }, ApplyError>> {
  const known = await findFileByKey(tx, key);
  if (known) {
    const { number } = known;
    const isRepeat = known.content_hash === contentHashOf(application);
    return isRepeat ? ok({ number }) : err({ type: 'other-content', number });
  }
  const kept = { now, deleteAfter: deleteAfter(city, 'supporter', localDateOf(now)) };
  const personId = await keepPerson(tx, {
    kana: application.kana,
    name: application.name,
    phone: application.phone,
    town: undefined,
    ageBand: 'not-told',
    phoneFamily: 'unknown',
    way: application.way,
    ...kept
  });
  const file = await addFile(tx, { application, personId, channel, key, ...kept });
  await addNotice(tx, {
    ...kept,
    ...(await findTelling(tx, personId)),
    to: { personId },
    kind: 'supporter-applied',
    dedupeKey: `supporter-applied:${file.id}`,
    params: { fileId: file.id, number: file.number }
  });
  await writeAudit(tx, [
    {
      at: now,
      actor,
      action: 'create',
      entity: 'supporter_file',
      entityId: file.id,
      why: 'application'
    }
  ]);
  return ok({ number: file.number });
}
