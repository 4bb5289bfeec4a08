import { randomInt } from 'node:crypto';
import type { Channel, Need, PhoneFamily } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Ask } from '../domain/ask.ts';
import type {
  DeskOnlyTopic,
  HandOver,
  HandOverReason,
  HandOverTarget,
  HelpTime,
  RequestState,
  Topic
} from '../domain/request.ts';
import type { HelpRequestRow } from './tables.ts';

const NUMBERS = 10_000_000;
const NUMBER_DIGITS = 7;
const ATTEMPTS = 20;

/** A request as the desk reads it; who asks is a person of `people`. */
export type HelpRequest = {
  readonly id: string;
  readonly number: string;
  readonly personId: string | null;
  readonly channel: Channel;
  readonly topic: Topic | DeskOnlyTopic;
  readonly phoneFamily: PhoneFamily;
  readonly venueId: string;
  readonly times: readonly HelpTime[];
  readonly needs: readonly Need[];
  readonly note: string | null;
  readonly state: RequestState;
  readonly createdAt: Instant;
  readonly handedTo: HandOverTarget | null;
  readonly handedBecause: HandOverReason | null;
};

export type NewRequest = {
  readonly ask: Ask;
  readonly personId: string | null;
  readonly channel: Channel;
  /** In which help is wanted; any of them will do. */
  readonly languages: readonly string[];
  readonly key: string;
  readonly now: Instant;
  readonly localDate: LocalDate;
  readonly deleteAfter: LocalDate;
};

/** @returns the request made with this key, with the hash of what it asked. */
export async function findByKey(
  tx: Tx,
  key: string
): Promise<{ number: string; content_hash: string | null } | undefined> {
  return tx
    .selectFrom('help_request')
    .select(['number', 'content_hash'])
    .where('key_hash', '=', sha256(key))
    .executeTakeFirst();
}

/** The same for the same answers, whoever typed them and whenever. */
export function contentHashOf(ask: Ask): string {
  const { topic, phoneFamily, venueId, times, needs, note, contact } = ask;
  const who = contact.kind === 'named' ? [contact.kana, contact.name, contact.phone] : [];
  return sha256(JSON.stringify([topic, phoneFamily, venueId, times, needs, note, who]));
}

/** Stores a request under a new number of seven digits. */
export async function addRequest(
  tx: Tx,
  request: NewRequest
): Promise<{ readonly id: string; readonly number: string }> {
  const { ask } = request;
  const id = newId();
  const number = await freeNumber(tx);
  await tx
    .insertInto('help_request')
    .values({
      id,
      number,
      person_id: request.personId,
      channel: request.channel,
      topic: ask.topic,
      phone_family: ask.phoneFamily,
      venue_id: ask.venueId,
      times: JSON.stringify(ask.times),
      needs: JSON.stringify(ask.needs),
      languages: JSON.stringify(request.languages),
      note: ask.note,
      state: 'received',
      key_hash: sha256(request.key),
      content_hash: contentHashOf(ask),
      created_at: request.now,
      local_date: request.localDate,
      seen_at: null,
      seen_by: null,
      handed_to: null,
      handed_because: null,
      delete_after: request.deleteAfter
    })
    .execute();
  return { id, number };
}

/** Requests in the given states, whoever waits longest first; or the one with this number. */
export async function listRequests(
  db: Db,
  choice: { readonly states: readonly RequestState[] } | { readonly number: string },
  limit = 200
): Promise<readonly HelpRequest[]> {
  const rows = await db
    .selectFrom('help_request')
    .selectAll()
    .$if('states' in choice, (query) =>
      query.where('state', 'in', 'states' in choice ? [...choice.states] : [])
    )
    .$if('number' in choice, (query) =>
      query.where('number', '=', 'number' in choice ? choice.number : '')
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

export async function countByState(db: Db): Promise<ReadonlyMap<RequestState, number>> {
  const rows = await db
    .selectFrom('help_request')
    .select(['state', (eb) => eb.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** How many went to whom, of all that are kept. */
export async function countHandOvers(db: Db): Promise<ReadonlyMap<HandOverTarget, number>> {
  const rows = await db
    .selectFrom('help_request')
    .select(['handed_to', (eb) => eb.fn.countAll().as('count')])
    .where('state', '=', 'handed-over')
    .groupBy('handed_to')
    .execute();
  return new Map(
    rows.flatMap(({ handed_to, count }) => (handed_to ? [[handed_to, Number(count)]] : []))
  );
}

export async function findRequest(db: Db, id: string): Promise<HelpRequest | undefined> {
  const row = await db
    .selectFrom('help_request')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && requestOf(row);
}

/** Moves a request from the state it was read in; false when somebody moved it meanwhile. */
export async function moveRequest(
  tx: Tx,
  id: string,
  from: RequestState,
  change: { readonly state: RequestState; readonly handOver?: HandOver }
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('help_request')
    .set({
      state: change.state,
      handed_to: change.handOver?.to ?? null,
      handed_because: change.handOver?.because ?? null
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes who of the desk looked first. */
export async function markSeen(tx: Tx, id: string, by: string, now: Instant): Promise<void> {
  await tx
    .updateTable('help_request')
    .set({ seen_at: now, seen_by: by })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
}

function requestOf(row: HelpRequestRow): HelpRequest {
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    channel: row.channel,
    topic: row.topic,
    phoneFamily: row.phone_family,
    venueId: row.venue_id,
    times: JSON.parse(row.times) as HelpTime[],
    needs: JSON.parse(row.needs) as Need[],
    note: row.note,
    state: row.state,
    createdAt: row.created_at,
    handedTo: row.handed_to,
    handedBecause: row.handed_because
  };
}

async function freeNumber(tx: Tx): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const number = String(randomInt(NUMBERS)).padStart(NUMBER_DIGITS, '0');
    const taken = await tx
      .selectFrom('help_request')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst();
    if (!taken) return number;
  }
  throw new Error('no free request number was found');
}
