import * as v from 'valibot';
import { sessionScope, type Operation, type Scope } from '#features/sync/domain/operation.ts';
import { readScope, type FieldStore } from '#features/sync/domain/scope-view.ts';
import type { Instant } from '#shared/time/instant.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import type { Fact } from '#features/sync/domain/fact.ts';
import { COURSES_ROW } from '../domain/course-operation.ts';
import type { DoorPayload, DoorType } from '../domain/operation.ts';
import { NEXT_DATE_ROW, NextDate } from '../domain/next-date.ts';
import { rosterView, type RosterView } from '../domain/roster-view.ts';
import { RosterEntry, ROSTER_ROW, SessionCard, SESSION_ROW } from '../domain/roster.ts';
import { TICKET_LETTER_ROW, TicketLetter } from '../domain/ticket-letter.ts';

type RosterState = {
  readonly session: SessionCard | undefined;
  readonly view: RosterView;
  /** Everything told of the session, for what else is folded from it. */
  readonly facts: readonly Fact[];
  /** This tablet's letter for number tickets; `undefined` until it came with the roster. */
  readonly letter: string | undefined;
  /** Later dates to offer before people leave, the next first. */
  readonly next: readonly NextDate[];
  /** A 取得会, where the courses are ticked. */
  readonly hasCourses: boolean;
  readonly unsent: number;
  /** 0 until the session's rows have come to this device once. */
  readonly lastPulledAt: Instant;
};

const EMPTY: RosterState = {
  session: undefined,
  view: {
    lines: [],
    offList: [],
    counts: { expected: 0, came: 0, walkIns: 0, learners: 0, here: 0, doubles: 0 }
  },
  facts: [],
  letter: undefined,
  next: [],
  hasCourses: false,
  unsent: 0,
  lastPulledAt: 0
};

/** What the reception sees and does at one session; owns no markup and no network. */
export class Roster {
  readonly scope: Scope;
  readonly #store: FieldStore;
  readonly #state: LiveQuery<RosterState | undefined>;

  constructor(store: FieldStore, sessionId: string) {
    this.scope = sessionScope(sessionId);
    this.#store = store;
    this.#state = new LiveQuery<RosterState | undefined>(
      () => readRosterState(store, this.scope),
      undefined
    );
  }

  /** False until the device's store has answered once. */
  get isRead(): boolean {
    return this.#state.current !== undefined;
  }

  get state(): RosterState {
    return this.#state.current ?? EMPTY;
  }

  /**
   * Writes one fact. The id of something new, as a walk-in, is made by the caller, so that a second
   * touch on one form is the same thing.
   */
  record<Type extends DoorType>(
    type: Type,
    entityId: string,
    payload: DoorPayload<Type>
  ): Promise<Operation> {
    return this.#store.record({ scope: this.scope, type, entityId, payload });
  }
}

async function readRosterState(store: FieldStore, scope: Scope): Promise<RosterState> {
  const { bodiesOf, facts, unsentOpIds, lastPulledAt } = await readScope(store, scope);
  const deviceId = await store.deviceId();
  const [session] = bodiesOf(SESSION_ROW);
  return {
    session: session === undefined ? undefined : v.parse(SessionCard, session),
    view: rosterView(
      bodiesOf(ROSTER_ROW).map((body) => v.parse(RosterEntry, body)),
      facts,
      unsentOpIds
    ),
    facts,
    letter: bodiesOf(TICKET_LETTER_ROW)
      .map((body) => v.parse(TicketLetter, body))
      .find((given) => given.deviceId === deviceId)?.letter,
    next: bodiesOf(NEXT_DATE_ROW)
      .map((body) => v.parse(NextDate, body))
      .sort((one, other) => one.startsAt - other.startsAt),
    hasCourses: bodiesOf(COURSES_ROW).length > 0,
    unsent: unsentOpIds.size,
    lastPulledAt
  };
}
