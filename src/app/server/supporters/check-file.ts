import type { City } from '#city/city.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import { closeInvitation, invite } from '#features/people/server/invitations.ts';
import { findTelling } from '#features/people/server/persons.ts';
import {
  decideApproval,
  stateAfterCheck,
  type ApprovalError
} from '#features/supporters/domain/lifecycle.ts';
import {
  addApproval,
  changeFile,
  checksOf,
  lockFile,
  type SupporterFile
} from '#features/supporters/server/files.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { deleteAfter } from '../retention.ts';

type Asked = { readonly fileId: string; readonly actor: string; readonly now: Instant };

/** What is looked at in person, at a counter. */
export const lookedAt = ['certificate', 'identity'] as const;
export type LookedAt = (typeof lookedAt)[number];

export type CheckError = { readonly type: 'not-found' | 'not-now' | 'date-wrong' };

const LINK_VALID_MS = 14 * DAY_MS;

/** Notes that the certificate, or who somebody is, was seen on a day; neither is copied. */
export function noteSeen(
  db: Db,
  seen: Asked & { readonly what: LookedAt; readonly on: LocalDate }
): Promise<Result<undefined, CheckError>> {
  const { fileId, actor, now, what, on } = seen;
  return inTransaction(db, async (tx) => {
    const file = await lockFile(tx, fileId);
    if (!file) return err({ type: 'not-found' });
    if (file.state !== 'applied') return err({ type: 'not-now' });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on > localDateOf(now))
      return err({ type: 'date-wrong' });

    const checks = checksOf(file);
    const state = stateAfterCheck({
      ...checks,
      certificateSeen: checks.certificateSeen || what === 'certificate',
      identitySeen: checks.identitySeen || what === 'identity'
    });
    await changeFile(tx, fileId, {
      state,
      ...(what === 'certificate'
        ? { certificate_seen_on: on, certificate_seen_by: actor }
        : { identity_seen_on: on, identity_seen_by: actor })
    });
    await audit(tx, seen, `${what}.seen`, 'counter');
    return ok(undefined);
  });
}

/**
 * One more yes of the staff. The second one makes a link whose account becomes the supporter's.
 * @returns the link's token with the second yes; nothing but its hash is kept
 */
export function approve(
  db: Db,
  city: City,
  asked: Asked
): Promise<
  Result<{ readonly token: string | undefined }, ApprovalError | { readonly type: 'not-found' }>
> {
  const { fileId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const file = await lockFile(tx, fileId);
    if (!file) return err({ type: 'not-found' });
    const decided = decideApproval(checksOf(file), { actor, applicant: null });
    if (!decided.ok) return decided;

    await addApproval(tx, { fileId, accountId: actor, at: now });
    await audit(tx, asked, 'approve', 'two-people');
    if (!decided.value.complete) return ok({ token: undefined });
    const token = await makeLink(tx, file, now);
    await tell(tx, city, file, 'supporter-welcome', now);
    return ok({ token });
  });
}

/** Makes another link for somebody approved whose link was lost or is over; the old one is closed. */
export function renewLink(
  db: Db,
  asked: Asked
): Promise<Result<{ readonly token: string }, CheckError>> {
  return inTransaction(db, async (tx) => {
    const file = await lockFile(tx, asked.fileId);
    if (!file) return err({ type: 'not-found' });
    if (file.state !== 'invited') return err({ type: 'not-now' });
    const token = await makeLink(tx, file, asked.now);
    await audit(tx, asked, 'link.renew', 'two-people');
    return ok({ token });
  });
}

/** Ends an application before there is an account: the desk says no, or the applicant takes it back. */
export function endFile(
  db: Db,
  city: City,
  asked: Asked & { readonly as: 'declined' | 'withdrawn' }
): Promise<Result<undefined, CheckError>> {
  const { fileId, now, as } = asked;
  return inTransaction(db, async (tx) => {
    const file = await lockFile(tx, fileId);
    if (!file) return err({ type: 'not-found' });
    if (!['applied', 'checked', 'invited'].includes(file.state)) return err({ type: 'not-now' });
    await closeLink(tx, fileId, now);
    await changeFile(tx, fileId, { state: as, invitation_hash: null });
    if (as === 'declined') await tell(tx, city, file, 'supporter-not-possible', now);
    await audit(tx, asked, as, 'desk');
    return ok(undefined);
  });
}

async function makeLink(tx: Tx, file: SupporterFile, now: Instant): Promise<string> {
  await closeLink(tx, file.id, now);
  const token = await invite(tx, { roles: ['supporter'], now, validMs: LINK_VALID_MS });
  await changeFile(tx, file.id, { state: 'invited', invitation_hash: hashToken(token) });
  return token;
}

async function closeLink(tx: Tx, fileId: string, now: Instant): Promise<void> {
  const { invitation_hash } = await tx
    .selectFrom('supporter_file')
    .select('invitation_hash')
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow();
  if (invitation_hash !== null) await closeInvitation(tx, invitation_hash, now);
}

async function tell(
  tx: Tx,
  city: City,
  file: SupporterFile,
  kind: 'supporter-welcome' | 'supporter-not-possible',
  now: Instant
): Promise<void> {
  await addNotice(tx, {
    ...(await findTelling(tx, file.personId)),
    to: { personId: file.personId },
    kind,
    dedupeKey: `${kind}:${file.id}`,
    params: { fileId: file.id, number: file.number },
    now,
    deleteAfter: deleteAfter(city, 'supporter', localDateOf(now))
  });
}

async function audit(
  tx: Tx,
  { fileId, actor, now }: Asked,
  action: string,
  why: string
): Promise<void> {
  await writeAudit(tx, [
    { at: now, actor, action, entity: 'supporter_file', entityId: fileId, why }
  ]);
}
