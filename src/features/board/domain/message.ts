import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import type { Instant } from '#shared/time/instant.ts';
import { findGuarded, type GuardKind } from './guard.ts';
import type { MatchState } from './meeting.ts';

/** What is said most often before a meeting, by one touch. */
export const messageKinds = ['late', 'cannot-come', 'on-time', 'where', 'other'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whose word it is. Neither side writes to the other: the desk reads it first. */
export type MessageSide = 'supporter' | 'person';

/** open: nobody of the desk has dealt with it. The others say how it was dealt with. */
export type MessageState = 'open' | 'passed-on' | 'answered' | 'noted';

export type Message = { readonly kind: MessageKind; readonly text: string | null };

export type MessageError = {
  readonly type: 'kind-missing' | 'text-missing' | 'text-too-long' | `guard-${GuardKind}`;
};

export const LONGEST_MESSAGE = 80;

/** Decides whether what was typed may go to the desk: one touch, and one guarded line if need be. */
export function decideMessage(typed: {
  readonly kind: MessageKind | undefined;
  readonly text: string;
}): Result<Message, MessageError> {
  const text = cleanLine(typed.text);
  if (!typed.kind) return err({ type: 'kind-missing' });
  const wrong = whatIsWrong(text);
  if (wrong) return err(wrong);
  if (typed.kind === 'other' && text === '') return err({ type: 'text-missing' });
  return ok({ kind: typed.kind, text: text || null });
}

/** Words may be left while the meeting stands and is not over. */
export function takesMessages(
  meeting: { readonly state: MatchState; readonly endsAt: Instant },
  now: Instant
): boolean {
  return meeting.state === 'confirmed' && now < meeting.endsAt;
}

export const settlings = ['pass-on', 'answer', 'note'] as const;
export type Settling = (typeof settlings)[number];

export type Settled = {
  readonly state: Exclude<MessageState, 'open'>;
  /** The desk's word back to whoever wrote; `null` without one. */
  readonly answer: string | null;
};

export type SettlingError = {
  readonly type:
    | 'answer-missing'
    | 'nobody-to-tell'
    | 'meeting-gone'
    | Exclude<MessageError['type'], `${string}-missing`>;
};

const STATE_AFTER = {
  'pass-on': 'passed-on',
  answer: 'answered',
  note: 'noted'
} as const satisfies Readonly<Record<Settling, MessageState>>;

/**
 * Decides what the desk does with a message: pass it on to the other side, answer it, or both at once;
 * or note that it was read. A person without a name can be told nothing, and who met in a cancelled or
 * swapped meeting is no longer the other side.
 */
export function decideSettling(typed: {
  readonly how: Settling;
  readonly answer: string;
  readonly from: MessageSide;
  readonly isNameless: boolean;
  readonly meeting: MatchState;
}): Result<Settled, SettlingError> {
  const answer = cleanLine(typed.answer);
  const wrong = whatIsWrong(answer);
  if (wrong) return err(wrong);
  if (typed.how === 'answer' && answer === '') return err({ type: 'answer-missing' });
  if (typed.how === 'pass-on' && typed.meeting === 'cancelled')
    return err({ type: 'meeting-gone' });
  const isToPerson = typed.how === 'pass-on' && typed.from === 'supporter';
  if (isToPerson && typed.isNameless) return err({ type: 'nobody-to-tell' });
  const keptAnswer = typed.how === 'note' ? null : answer || null;
  return ok({ state: STATE_AFTER[typed.how], answer: keptAnswer });
}

function whatIsWrong(
  text: string
): { readonly type: 'text-too-long' | `guard-${GuardKind}` } | undefined {
  if (text.length > LONGEST_MESSAGE) return { type: 'text-too-long' };
  const [stopped] = findGuarded(text);
  return stopped && { type: `guard-${stopped}` };
}
