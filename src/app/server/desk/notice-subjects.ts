import * as v from 'valibot';
import type { MessageKind } from '#features/board/domain/message.ts';
import type { HandOverTarget } from '#features/board/domain/request.ts';
import type { OfferState } from '#features/workshops/domain/waiting-line.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { placeNames } from '../place-names.ts';

type Words = { readonly ja: string; readonly en: string };

/** What a notice is about, as its sentence needs it; what is gone by now is left out. */
export type NoticeSubject = {
  readonly signUp?: {
    readonly id: string;
    readonly workshopId: string;
    readonly code: string;
    readonly title: Words;
    readonly venue: Words;
    /** The first date that is held. */
    readonly startsAt: Instant | undefined;
    readonly receiptNumber: string;
    /** From 1; `undefined` for those who hold a seat. */
    readonly placeInLine: number | undefined;
  };
  /** A seat the person is asked about; open while `state` is `asked`. */
  readonly offer?: {
    readonly id: string;
    readonly answerBy: Instant;
    readonly state: OfferState;
  };
  /** A date that was moved or called off: when it was to be, when and where it is now, and why. */
  readonly change?: {
    readonly title: Words;
    readonly reason: Words;
    readonly oldStartsAt: Instant;
    readonly startsAt: Instant;
    readonly venue: Words;
  };
  readonly request?: {
    readonly id: string;
    readonly number: string;
    /** To whom it went; `undefined` unless it was handed over. */
    readonly handedTo: HandOverTarget | undefined;
  };
  /** What one side said about the meeting, and the desk's word back. */
  readonly message?: {
    readonly kind: MessageKind;
    readonly text: string | null;
    readonly answer: string | null;
  };
  readonly meeting?: {
    readonly startsAt: Instant;
    readonly venue: Words | undefined;
    /** Who of the place is there; empty where the notice names nobody. */
    readonly host: string;
  };
};

/** The codes that use cases put into `notice.params`; unknown ones are passed over. */
const Params = v.object({
  signUpId: v.optional(v.string()),
  offerId: v.optional(v.string()),
  changeId: v.optional(v.string()),
  requestId: v.optional(v.string()),
  number: v.optional(v.union([v.string(), v.number()])),
  venueId: v.optional(v.string()),
  startsAt: v.optional(v.number()),
  messageId: v.optional(v.string()),
  host: v.optional(v.string())
});

/** One subject for each `params`, in the same order. */
export async function readSubjects(tx: Tx, params: readonly string[]): Promise<NoticeSubject[]> {
  const read = params.map((text) => v.parse(Params, JSON.parse(text)));
  const signUps = await readSignUps(
    tx,
    read.flatMap(({ signUpId }) => signUpId ?? [])
  );
  const venues = await readVenues(tx);
  const offers = await readOffers(
    tx,
    read.flatMap(({ offerId }) => offerId ?? [])
  );
  const changes = await readChanges(
    tx,
    read.flatMap(({ changeId }) => changeId ?? [])
  );

  const handedTo = await readHandedTo(
    tx,
    read.flatMap(({ requestId }) => requestId ?? [])
  );
  const messages = await readMessages(
    tx,
    read.flatMap(({ messageId }) => messageId ?? [])
  );

  return read.map(({ requestId, number, venueId, startsAt, ...about }) => {
    const signUp = signUps.get(about.signUpId ?? '');
    const offer = offers.get(about.offerId ?? '');
    const change = changes.get(about.changeId ?? '');
    const message = messages.get(about.messageId ?? '');
    const request = requestId && {
      ...{ id: requestId, number: String(number ?? ''), handedTo: handedTo.get(requestId) }
    };
    const venue = venues.get(venueId ?? '');
    return {
      ...(offer ? { offer } : {}),
      ...(change ? { change } : {}),
      ...(signUp ? { signUp } : {}),
      ...(message ? { message } : {}),
      ...(request ? { request } : {}),
      ...(startsAt === undefined ? {} : { meeting: { startsAt, venue, host: about.host ?? '' } })
    };
  });
}

type SignUpSubject = NonNullable<NoticeSubject['signUp']>;

async function readSignUps(
  tx: Tx,
  ids: readonly string[]
): Promise<ReadonlyMap<string, SignUpSubject>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSignUps(tx).where('sign_up.id', 'in', ids).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        workshopId: row.workshop_id,
        code: row.code,
        title: { ja: row.title_ja, en: row.title_en },
        venue: placeNames(row),
        startsAt: row.starts_at ?? undefined,
        receiptNumber: row.receipt_number,
        placeInLine: row.status === 'waiting' ? (row.place_in_line ?? undefined) : undefined
      }
    ])
  );
}

function selectSignUps(tx: Tx) {
  return tx
    .selectFrom('sign_up')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .select((eb) => [
      'sign_up.id',
      'sign_up.workshop_id',
      'sign_up.status',
      'sign_up.receipt_number',
      'workshop.code',
      'workshop.title_ja',
      'workshop.title_en',
      'venue.name_ja',
      'venue.name_en',
      'room.name_ja as room_ja',
      'room.name_en as room_en',
      eb
        .selectFrom('session')
        .select((session) => session.fn.min<number | null>('starts_at').as('first'))
        .whereRef('session.workshop_id', '=', 'workshop.id')
        .where('session.state', '=', 'planned')
        .as('starts_at'),
      eb
        .selectFrom('sign_up as ahead')
        .select((ahead) => ahead.cast<number>(ahead.fn.countAll(), 'integer').as('count'))
        .whereRef('ahead.workshop_id', '=', 'sign_up.workshop_id')
        .where('ahead.status', '=', 'waiting')
        .where((ahead) =>
          ahead.or([
            ahead('ahead.is_behind', '<', ahead.ref('sign_up.is_behind')),
            ahead.and([
              ahead('ahead.is_behind', '=', ahead.ref('sign_up.is_behind')),
              ahead('ahead.line_number', '<=', ahead.ref('sign_up.line_number'))
            ])
          ])
        )
        .as('place_in_line')
    ]);
}

async function readOffers(
  tx: Tx,
  ids: readonly string[]
): Promise<ReadonlyMap<string, NonNullable<NoticeSubject['offer']>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('seat_offer')
    .select(['id', 'answer_by', 'state'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, answer_by, state }) => [id, { id, answerBy: answer_by, state }]));
}

async function readChanges(
  tx: Tx,
  ids: readonly string[]
): Promise<ReadonlyMap<string, NonNullable<NoticeSubject['change']>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('session_change')
    .innerJoin('session', 'session.id', 'session_change.session_id')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .select([
      'session_change.id',
      'session_change.reason_ja',
      'session_change.reason_en',
      'session_change.old_starts_at',
      'session.starts_at',
      'workshop.title_ja',
      'workshop.title_en',
      'venue.name_ja',
      'venue.name_en',
      'room.name_ja as room_ja',
      'room.name_en as room_en'
    ])
    .where('session_change.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: { ja: row.title_ja, en: row.title_en },
        reason: { ja: row.reason_ja, en: row.reason_en },
        oldStartsAt: row.old_starts_at,
        startsAt: row.starts_at,
        venue: placeNames(row)
      }
    ])
  );
}

async function readHandedTo(
  tx: Tx,
  requestIds: readonly string[]
): Promise<ReadonlyMap<string, HandOverTarget>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('help_request')
    .select(['id', 'handed_to'])
    .where('id', 'in', requestIds)
    .execute();
  return new Map(rows.flatMap(({ id, handed_to }) => (handed_to ? [[id, handed_to]] : [])));
}

async function readMessages(
  tx: Tx,
  ids: readonly string[]
): Promise<ReadonlyMap<string, NonNullable<NoticeSubject['message']>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('meeting_message')
    .select(['id', 'kind', 'text', 'answer'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...message }) => [id, message]));
}

async function readVenues(tx: Tx): Promise<ReadonlyMap<string, Words>> {
  const rows = await tx.selectFrom('venue').select(['id', 'name_ja', 'name_en']).execute();
  return new Map(rows.map(({ id, name_ja, name_en }) => [id, { ja: name_ja, en: name_en }]));
}
