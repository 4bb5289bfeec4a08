import {
  decideSettling,
  takesMessages,
  type Message,
  type MessageSide,
  type Settling,
  type SettlingError
} from '#features/board/domain/message.ts';
import {
  addMessage,
  endMessage,
  findMessage,
  type MessageLine
} from '#features/board/server/messages.ts';
import { findSupporter, lockSupporter } from '#features/board/server/supporters.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { HOUR_MS, type Instant } from '#shared/time/instant.ts';
import { tellAsker } from './help-desk.ts';
import { mayTryNumber } from './number-attempts.ts';

type Left = {
  /** Made with the form: the same words sent twice are one message. */
  readonly key: string;
  readonly message: Message;
  readonly now: Instant;
};

/** More than that is no word about a meeting. */
const PER_SUPPORTER: Limit = { times: 20, withinMs: HOUR_MS };

/** `over`: the meeting was cancelled, or is over. Another's meeting and one that is none are one answer. */
export type LeaveError = { readonly type: 'not-found' | 'over' | 'too-many' };

/** A supporter leaves word with the desk about a meeting of their own. */
export async function leaveAsSupporter(
  db: Db,
  left: Left & { readonly matchId: string; readonly supporterId: string }
): Promise<Result<undefined, LeaveError>> {
  const { matchId, supporterId, now } = left;
  if (!(await takeAttempt(db, `message-from:${supporterId}`, PER_SUPPORTER, now))) {
    return err({ type: 'too-many' });
  }
  return inTransaction(db, async (tx) => {
    const supporter = await lockSupporter(tx, supporterId);
    if (!supporter || supporter.state === 'suspended') return err({ type: 'not-found' });
    const meeting = await selectMeetings(tx)
      .where('help_match.id', '=', matchId)
      .where('help_match.supporter_id', '=', supporterId)
      .executeTakeFirst();
    if (!meeting) return err({ type: 'not-found' });
    return leave(tx, meeting, left, { side: 'supporter', actor: supporter.accountId });
  });
}

/**
 * The person helped leaves word without an account: the number of their receipt and the last four digits
 * of their telephone say who they are. A wrong number and wrong digits are one answer, and nobody has more
 * than a few tries. Nothing is shown to them.
 */
export async function leaveAsPerson(
  db: Db,
  left: Left & {
    readonly number: string;
    readonly lastFourDigits: string;
    readonly address: string;
  }
): Promise<Result<undefined, LeaveError | { readonly type: 'no-meeting' }>> {
  const { number, lastFourDigits } = left;
  if (!(await mayTryNumber(db, 'message', left))) return err({ type: 'too-many' });
  if (!/^\d{4}$/.test(lastFourDigits)) return err({ type: 'not-found' });
  return inTransaction(db, async (tx) => {
    const request = await tx
      .selectFrom('help_request')
      .innerJoin('person', 'person.id', 'help_request.person_id')
      .select('help_request.id')
      .where('help_request.number', '=', number)
      .where('person.phone', 'like', `%${lastFourDigits}`)
      .executeTakeFirst();
    if (!request) return err({ type: 'not-found' });
    const meeting = await selectMeetings(tx)
      .where('help_match.request_id', '=', request.id)
      .where('help_match.state', '=', 'confirmed')
      .executeTakeFirst();
    if (!meeting) return err({ type: 'no-meeting' });
    return leave(tx, meeting, left, { side: 'person', actor: 'applicant' });
  });
}

export type SettleMessageError = SettlingError | { readonly type: 'not-found' | 'not-now' };

/**
 * The desk deals with a message, once: passes it on, answers, or both. Who is told hears it in their own
 * way; no address and no number of the other side is in it.
 */
export function settleMessage(
  db: Db,
  settled: {
    readonly messageId: string;
    readonly how: Settling;
    readonly answer: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<undefined, SettleMessageError>> {
  const { messageId, how, actor, now } = settled;
  return inTransaction(db, async (tx) => {
    const message = await findMessage(tx, messageId);
    if (!message) return err({ type: 'not-found' });
    const isNameless = message.person_id === null;
    const decided = decideSettling({
      ...{ how, answer: settled.answer, from: message.told_by, isNameless },
      meeting: message.meeting
    });
    if (!decided.ok) return decided;
    if (!(await endMessage(tx, messageId, decided.value, { by: actor, now }))) {
      return err({ type: 'not-now' });
    }
    const otherSide = message.told_by === 'supporter' ? 'person' : 'supporter';
    if (how === 'pass-on') await tellSide(tx, message, { to: otherSide, what: 'passed-on', now });
    if (decided.value.answer !== null) {
      await tellSide(tx, message, { to: message.told_by, what: 'answered', now });
    }
    await writeAudit(tx, [
      { at: now, actor, action: how, entity: 'meeting_message', entityId: messageId, why: 'help' }
    ]);
    return ok(undefined);
  });
}

function selectMeetings(tx: Tx) {
  return tx
    .selectFrom('help_match')
    .select(['id', 'state', 'ends_at as endsAt', 'delete_after as deleteAfter']);
}

type Meeting = {
  readonly id: string;
  readonly state: 'confirmed' | 'done' | 'cancelled';
  readonly endsAt: Instant;
  readonly deleteAfter: string;
};

async function leave(
  tx: Tx,
  meeting: Meeting,
  { key, message, now }: Left,
  { side, actor }: { readonly side: MessageSide; readonly actor: string }
): Promise<Result<undefined, LeaveError>> {
  if (!takesMessages(meeting, now)) return err({ type: 'over' });
  const id = await addMessage(tx, key, {
    ...{ match_id: meeting.id, told_by: side, kind: message.kind, text: message.text },
    ...{ written_by: actor, created_at: now, delete_after: meeting.deleteAfter }
  });
  if (id === undefined) return ok(undefined);
  await writeAudit(tx, [
    { at: now, actor, action: 'leave', entity: 'meeting_message', entityId: id, why: message.kind }
  ]);
  return ok(undefined);
}

type Told = {
  readonly to: MessageSide;
  readonly what: 'passed-on' | 'answered';
  readonly now: Instant;
};

async function tellSide(tx: Tx, message: MessageLine, { to, what, now }: Told): Promise<void> {
  const about = { messageId: message.id, startsAt: message.starts_at, venueId: message.venue_id };
  if (to === 'person') {
    const { request_id: id, person_id: personId, number } = message;
    await tellAsker(tx, { id, personId, number }, `message-${what}`, now, about);
    return;
  }
  const supporter = await findSupporter(tx, message.supporter_id);
  if (!supporter) return;
  await addNotice(tx, {
    to: { accountId: supporter.accountId },
    way: 'mail',
    kind: `message-${what}-for-supporter`,
    dedupeKey: `message-${what}-for-supporter:${message.id}`,
    params: { requestId: message.request_id, number: message.number, ...about },
    contactStopped: false,
    now,
    deleteAfter: message.delete_after
  });
}
