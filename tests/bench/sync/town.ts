import { join } from 'node:path';
import { ROSTER_ROW, type RosterEntry } from '#features/attendance/domain/roster.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { openDatabase, type Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { makeAccount, makeClass } from '#tests/support/day.ts';
import { inventPeople } from '#tests/support/invented-people.ts';
import type { Couch } from './couch.ts';
import type { Target } from './tablet.ts';

/** Few enough that a statement stays below SQLite's limit of values. */
const ROWS_PER_STATEMENT = 500;

export type BenchSession = {
  readonly id: string;
  readonly scope: string;
  readonly participationIds: readonly string[];
};

/** Sessions and devices in the running server's own database, and the same rows at the CouchDB. */
export class Town {
  readonly #db: Db;
  readonly #couch: Couch;
  readonly #accountId: string;

  private constructor(db: Db, couch: Couch, accountId: string) {
    this.#db = db;
    this.#couch = couch;
    this.#accountId = accountId;
  }

  static async open(dataDir: string, couch: Couch): Promise<Town> {
    const db = openDatabase({ engine: 'sqlite', file: join(dataDir, 'demo.sqlite') });
    return new Town(db, couch, await makeAccount(db, 'reception'));
  }

  /** A session whose roster has this many lines, as tablets hold them. */
  async makeSession(people: number): Promise<BenchSession> {
    const { sessionId } = await makeClass(this.#db);
    const scope = sessionScope(sessionId);
    const entries = inventPeople(people).map((person, index) => entryOf(person, index + 1));
    const rows = entries.map((entry) => ({
      id: entry.participationId,
      kind: ROSTER_ROW,
      body: JSON.stringify(entry)
    }));
    await this.#db.transaction().execute(async (tx) => {
      const { version } = await tx
        .selectFrom('scope')
        .select('version')
        .where('id', '=', scope)
        .executeTakeFirstOrThrow();
      for (const part of partsOf(rows))
        await tx
          .insertInto('sync_row')
          .values(part.map((row) => ({ ...row, scope, version, deleted: 0 as const })))
          .execute();
      for (const part of partsOf(entries))
        await tx
          .insertInto('participation')
          .values(part.map((entry) => participationOf(entry, sessionId)))
          .execute();
    });
    this.#couch.fill(sessionId, rows);
    return {
      id: sessionId,
      scope,
      participationIds: entries.map((entry) => entry.participationId)
    };
  }

  /** A device of its own for one tablet. */
  async target({ id, scope }: BenchSession): Promise<Target> {
    const accountId = this.#accountId;
    const device = await enrolDevice(this.#db, { name: 'A', accountId, now: Date.now() });
    return { ...device, scope, accountId, couch: `${this.#couch.origin}/${id}` };
  }

  /** How many operations of a session our server took and gave effect. */
  async takenIn({ scope }: BenchSession): Promise<number> {
    const { taken } = await this.#db
      .selectFrom('operation')
      .select((eb) => eb.fn.countAll<number>().as('taken'))
      .where('scope', '=', scope)
      .where('result', 'in', ['applied', 'conflict'])
      .executeTakeFirstOrThrow();
    return taken;
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}

function entryOf({ kana, name }: { kana: string; name: string }, number: number): RosterEntry {
  return {
    participationId: newId(),
    kind: 'sign-up',
    number,
    kana,
    name,
    town: '中央',
    ageBand: '75-84',
    phoneFamily: 'kantan',
    wantsLoanPhone: false,
    companions: 0,
    needs: [],
    place: 'confirmed',
    ticketHash: newId().replaceAll('-', '')
  };
}

function participationOf(entry: RosterEntry, sessionId: string) {
  return {
    id: entry.participationId,
    session_id: sessionId,
    sign_up_id: null,
    person_id: null,
    kind: 'walk-in',
    came_as: 'learner',
    number: entry.number,
    walk_in_kana: entry.kana,
    walk_in_name: entry.name,
    age_band: entry.ageBand,
    phone_family: entry.phoneFamily,
    created_at: Date.now(),
    delete_after: '2028-03-31',
    attendance: 'expected',
    arrived_at: null,
    left_at: null
  } as const;
}

function partsOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * ROWS_PER_STATEMENT, (part + 1) * ROWS_PER_STATEMENT)
  );
}
