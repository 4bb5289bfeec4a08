import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { MatchState } from '../domain/meeting.ts';
import type { Settled } from '../domain/message.ts';
import type { MeetingMessageRow } from './tables.ts';

/** A message with the meeting it is about; who was helped is read on the request's page. */
export type MessageLine = MeetingMessageRow & {
  readonly request_id: string;
  readonly number: string;
  readonly person_id: string | null;
  readonly meeting: MatchState;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly venue_id: string;
  readonly supporter_id: string;
};

const LONGEST_LIST = 100;

/**
 * Stores a message under its form's key. Other words under the same key (a form gone back to) are a
 * message of their own. @returns its id; `undefined` when this very message is stored already.
 */
export async function addMessage(
  tx: Tx,
  key: string,
  message: Pick<
    MeetingMessageRow,
    'match_id' | 'told_by' | 'kind' | 'text' | 'written_by' | 'created_at' | 'delete_after'
  >
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('meeting_message')
    .select(['match_id', 'told_by', 'kind', 'text'])
    .where('id', '=', key)
    .executeTakeFirst();
  const isRepeat =
    known?.match_id === message.match_id &&
    known.told_by === message.told_by &&
    known.kind === message.kind &&
    known.text === message.text;
  if (isRepeat) return undefined;
  const id = known ? newId() : key;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meeting_message')
    .values({ ...message, id, state: 'open', answer: null, settled_by: null, settled_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** Unanswered ones first, whoever waits longest first; then the others, the newest first. */
export async function listMessages(db: Db): Promise<readonly MessageLine[]> {
  const open = await selectMessages(db)
    .where('meeting_message.state', '=', 'open')
    .orderBy('meeting_message.created_at')
    .orderBy('meeting_message.id')
    .limit(LONGEST_LIST)
    .execute();
  const settled = await selectMessages(db)
    .where('meeting_message.state', '!=', 'open')
    .orderBy('meeting_message.created_at', 'desc')
    .orderBy('meeting_message.id')
    .limit(LONGEST_LIST)
    .execute();
  return [...open, ...settled];
}

/** All that was said about these meetings, the oldest first. */
export async function listMessagesOf(
  db: Db,
  matchIds: readonly string[]
): Promise<readonly MeetingMessageRow[]> {
  if (matchIds.length === 0) return [];
  return db
    .selectFrom('meeting_message')
    .selectAll()
    .where('match_id', 'in', [...matchIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function findMessage(db: Db, id: string): Promise<MessageLine | undefined> {
  return selectMessages(db).where('meeting_message.id', '=', id).executeTakeFirst();
}

export async function countOpenMessages(db: Db): Promise<number> {
  const open = await selectMessages(db).where('meeting_message.state', '=', 'open').execute();
  return open.length;
}

/** @returns false when somebody dealt with it before. */
export async function endMessage(
  tx: Tx,
  id: string,
  { state, answer }: Settled,
  settled: { readonly by: string; readonly now: Instant }
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meeting_message')
    .set({ state, answer, settled_by: settled.by, settled_at: settled.now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function selectMessages(db: Db) {
  return db
    .selectFrom('meeting_message')
    .innerJoin('help_match', 'help_match.id', 'meeting_message.match_id')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .selectAll('meeting_message')
    .select([
      'help_request.id as request_id',
      'help_request.number',
      'help_request.person_id',
      'help_match.state as meeting',
      'help_match.starts_at',
      'help_match.ends_at',
      'help_match.venue_id',
      'help_match.supporter_id'
    ]);
}
