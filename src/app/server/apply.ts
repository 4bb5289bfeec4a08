import { addParticipation } from '#features/attendance/server/participations.ts';
import type { NoticeKind } from '#features/notices/domain/notice.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import type { Channel } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling, keepPerson } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Application } from '#features/workshops/domain/application.ts';
import {
  placeSignUp,
  type PlacedSignUp,
  type SignUpError
} from '#features/workshops/server/sign-ups.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { countAttempt, type Limit } from '#server/rate-limit.ts';
import { sha256 } from '#server/hash.ts';
import type { Language } from '#shared/i18n/language.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { HOUR_MS, type Instant } from '#shared/time/instant.ts';
import { placeNoticeKey, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

export type ApplyRequest = {
  /** Of the workshop, upper case. */
  readonly code: string;
  readonly application: Application;
  readonly channel: Channel;
  /** Made with the form; sent again with the same content, it is the same sign-up. */
  readonly key: string;
  /** The person a clerk has chosen, whatever kana and telephone they had before. */
  readonly personId?: string | undefined;
  /** `applicant`, or the account of the clerk who types what came by paper or telephone. */
  readonly actor: string;
  /** Where a web form came from; sign-ups that clerks type are not limited. */
  readonly address?: string;
  /** In which mails are written; Japanese unless told. */
  readonly language?: Language;
  readonly now: Instant;
};

export type ApplyError = SignUpError | { readonly type: 'too-many-applications' };

/** What the applicant takes home: the token opens the receipt. */
export type Applied = { readonly signUpId: string; readonly receiptToken: string };

/** A whole 公民館 shares one address; only sign-ups that were given a place are counted. */
const PER_ADDRESS: Limit = { times: 100, withinMs: HOUR_MS };
const ATTEMPTS = 3;
/** Forms that come in without anybody there to hand a receipt to. */
const UNANSWERED: readonly Channel[] = ['paper', 'fax', 'post'];

/**
 * Applies for a workshop: person, sign-up, a line on the roster of every date, the notice, the audit
 * row and the tablets' rows are one transaction. Somebody who waits is on the rosters too: if they
 * come, they are welcome.
 */
export async function applyForWorkshop(
  db: Db,
  request: ApplyRequest
): Promise<Result<Applied, ApplyError>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const applied = await inTransaction(db, (tx) => applyInTransaction(tx, request));
      if (!applied.ok) return applied;
      const { signUpId, receiptToken } = applied.value;
      return ok({ signUpId, receiptToken });
    } catch (failure) {
      // One key on two workshops at once, or a receipt number drawn twice: the second look finds it.
      if (!isUniqueViolation(failure) || attempt === ATTEMPTS) throw failure;
    }
  }
}

/**
 * The same, inside a transaction that does more: an imported list is taken whole or not at all. `isNew`
 * is false for a repeat.
 */
export async function applyInTransaction(
  tx: Tx,
  request: ApplyRequest
): Promise<Result<Applied & { readonly isNew: boolean }, ApplyError>> {
  const { code, application, channel, key, actor, personId, now } = request;
  const placed = await placeSignUp(tx, {
    code,
    application,
    channel,
    key,
    enteredBy: actor === 'applicant' ? null : actor,
    language: request.language ?? 'ja',
    now,
    keepPerson: (deleteAfter) => keepPerson(tx, { ...application, deleteAfter, now }, personId)
  });
  if (!placed.ok) return placed;

  if (placed.value.isNew) {
    if (request.address !== undefined && !(await isAllowed(tx, request.address, now))) {
      return err({ type: 'too-many-applications' });
    }
    await record(tx, request, placed.value, placed.value.isNew);
  }
  const { signUpId, receiptToken, isNew } = placed.value;
  return ok({ signUpId, receiptToken, isNew: isNew !== undefined });
}

/** What hangs on a new sign-up, in the order in which locks are taken. */
async function record(
  tx: Tx,
  { application, channel, actor, now }: ApplyRequest,
  { signUpId, workshopId, place, maySeatBeFree }: PlacedSignUp,
  { personId, sessions, deleteAfter }: NonNullable<PlacedSignUp['isNew']>
): Promise<void> {
  for (const session of sessions) {
    await addParticipation(tx, {
      sessionId: session.id,
      signUpId,
      personId,
      ageBand: application.ageBand,
      phoneFamily: application.phoneFamily,
      now,
      deleteAfter: session.deleteAfter
    });
  }
  const kind = noticeKindOf(place.kind, channel);
  if (kind) {
    const { way, contactStopped } = await findTelling(tx, personId);
    await addNotice(tx, {
      ...{ to: { personId }, way, kind, contactStopped, now, deleteAfter },
      dedupeKey: placeNoticeKey(signUpId),
      params: { signUpId }
    });
  }
  // Somebody may wait although a seat is free: behind people who did not answer.
  const asked =
    place.kind === 'waiting' && maySeatBeFree ? await refillLine(tx, workshopId, now) : [];
  await writeAudit(tx, [
    {
      ...{ at: now, actor, action: 'sign-up', entity: 'sign_up', entityId: signUpId },
      why: 'application'
    },
    ...asked
  ]);
  const changes = new ScopeChanges();
  await publishRoster(tx, changes, { signUpId });
  await changes.flush(tx);
}

/** What is told of the place; who entered a lottery and was answered on the spot hears the result next. */
function noticeKindOf(
  place: PlacedSignUp['place']['kind'],
  channel: Channel
): NoticeKind | undefined {
  if (place === 'waiting') return 'sign-up-waiting';
  if (place !== 'entered') return 'sign-up-confirmed';
  return UNANSWERED.includes(channel) ? 'lottery-entered' : undefined;
}

function isAllowed(tx: Tx, address: string, now: Instant): Promise<boolean> {
  return countAttempt(tx, `apply-from:${sha256(address)}`, PER_ADDRESS, now);
}
