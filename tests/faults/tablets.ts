import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { hashPassword } from '#features/people/server/password.ts';
import type { PushResponse } from '#features/sync/domain/exchange.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { makeAccount, makeClass, makeParticipation } from '#tests/support/day.ts';

const BATCH = 3;

/** A tablet that sends as the app does: oldest first, and again with the same ids until it is answered. */
export type LoadTablet = {
  readonly id: string;
  readonly secret: string;
  readonly scope: string;
  readonly actorId: string;
  readonly queue: Operation[];
  nextSeq: number;
  /** Ids that the server said it has; from then on they must never be missing. */
  readonly acknowledged: Set<string>;
  /** Every status that came, in order. */
  readonly statuses: number[];
};

/** A class with tablets at its door, written straight into the database. */
export async function plantTablets(db: Db, count: number): Promise<readonly LoadTablet[]> {
  await hashPassword(''); // the first hash of a process is slow; not in the middle of a test
  const actorId = await makeAccount(db, 'reception', Date.now());
  const { sessionId } = await makeClass(db, 20, Date.now() + HOUR_MS);
  await makeParticipation(db, sessionId, 'さとう はな');
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `T${index + 1}`;
      const { deviceId, secret } = await enrolDevice(db, {
        name,
        accountId: actorId,
        now: Date.now()
      });
      const scope = sessionScope(sessionId);
      const [queue, acknowledged, statuses] = [[], new Set<string>(), []];
      return { id: deviceId, secret, scope, actorId, queue, nextSeq: 1, acknowledged, statuses };
    })
  );
}

/** Everybody walks in, so that an effect that happens twice would show as a second line. */
export function writeWalkIn(tablet: LoadTablet): Operation {
  const payload = {
    kana: 'とび',
    name: '',
    ageBand: '75-84',
    phoneFamily: 'kantan',
    overCapacity: ''
  };
  const operation: Operation = {
    opId: newId(),
    v: 1,
    deviceId: tablet.id,
    seq: tablet.nextSeq++,
    scope: tablet.scope,
    type: 'attend.walkin',
    entityId: newId(),
    payload: JSON.stringify(payload),
    clientAt: Date.now(),
    clockOffsetMs: 0,
    actorId: tablet.actorId
  };
  tablet.queue.push(operation);
  return operation;
}

export function pushRequest(origin: string, tablet: LoadTablet, ops: readonly Operation[]) {
  const body = JSON.stringify({ deviceId: tablet.id, unsent: tablet.queue.length, ops });
  const headers = {
    authorization: `Bearer ${tablet.id}.${tablet.secret}`,
    'content-type': 'application/json'
  };
  return { address: `${origin}/api/sync/push`, init: { method: 'POST', headers, body } };
}

/** Sends the oldest once. @returns the answer's status, 0 for none. */
export async function sendOldest(origin: string, tablet: LoadTablet): Promise<number> {
  const ops = tablet.queue.slice(0, BATCH);
  const { address, init } = pushRequest(origin, tablet, ops);
  const answer = await fetch(address, init).then(
    async (response) => ({ status: response.status, text: await response.text() }),
    () => undefined // the server went away
  );
  tablet.statuses.push(answer?.status ?? 0);
  if (answer?.status !== 200) return answer?.status ?? 0;

  const { results } = JSON.parse(answer.text) as PushResponse;
  expect(results.map(({ status }) => status)).toEqual(ops.map(() => 'applied'));
  for (const { opId } of results) tablet.acknowledged.add(opId);
  tablet.queue.splice(0, results.length);
  return 200;
}

/** Writes and sends without a pause until told to stop. */
export async function keepSending(
  origin: string,
  tablet: LoadTablet,
  goOn: () => boolean
): Promise<void> {
  while (goOn()) {
    while (tablet.queue.length < BATCH) writeWalkIn(tablet);
    const status = await sendOldest(origin, tablet);
    if (status !== 200) await wait(20);
  }
}

export async function drain(origin: string, tablets: readonly LoadTablet[]): Promise<void> {
  for (const tablet of tablets) {
    while (tablet.queue.length > 0) expect(await sendOldest(origin, tablet)).toBe(200);
  }
}

/** Every acknowledged operation is there, once, with its effect, once. */
export async function expectAllThereOnce(db: Db, tablets: readonly LoadTablet[]): Promise<void> {
  for (const tablet of tablets) {
    const stored = await db
      .selectFrom('operation')
      .leftJoin('participation', 'participation.id', 'operation.entity_id')
      .leftJoin('sync_row as fact', 'fact.id', 'operation.op_id')
      .leftJoin('sync_row as line', 'line.id', 'operation.entity_id')
      .select([
        'operation.op_id as opId',
        'operation.seq',
        'participation.id as line',
        'fact.id as fact',
        'line.id as shown'
      ])
      .where('operation.device_id', '=', tablet.id)
      .orderBy('operation.seq')
      .execute();
    const storedIds = stored.map(({ opId }) => opId);
    expect([...tablet.acknowledged].filter((id) => !storedIds.includes(id))).toEqual([]);
    expect(new Set(storedIds).size).toBe(stored.length);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect(
      stored.filter(({ line, fact, shown }) => line === null || fact === null || shown === null)
    ).toEqual([]);
  }
}

/** No line on the roster without an operation that made it: nothing half-stored. */
export async function expectNothingHalf(db: Db): Promise<void> {
  const orphans = await db
    .selectFrom('participation')
    .leftJoin('operation', 'operation.entity_id', 'participation.id')
    .select('participation.id')
    .where('participation.kind', '=', 'walk-in')
    .where('operation.op_id', 'is', null)
    .execute();
  expect(orphans).toEqual([]);
}
