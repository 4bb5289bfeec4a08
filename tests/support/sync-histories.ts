import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openFieldDb } from '#app/client/field-db.ts';
import { migrations } from '#app/server/migrations.ts';
import { openDatabase, type Db } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import {
  expectAlarmsRaised,
  expectAllAgree,
  expectNothingGivenAway,
  expectNothingLost,
  expectOneAnswerEach,
  screenOf,
  storedOperations
} from '#tests/support/sync-laws.ts';
import { CLASS_BEGINS } from '#tests/support/day.ts';
import { fill, ModelTown, openModelDb, PIN_ITERATIONS } from '#tests/support/model-town.ts';
import { type Device, faults, keepStorage, SyncWorld } from '#tests/support/sync-world.ts';

const HISTORIES = Number(process.env['MODEL_HISTORIES'] ?? 2000);
const SEED = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);
const LONGEST_HISTORY = 24;
const MOST_TABLETS = 3;
const MOST_ROUNDS_TO_QUIET = 6;

const device = fc.nat(MOST_TABLETS);
const fault = fc.constantFrom(...faults, 'none' as const, 'none' as const);
const pick = fc.nat(20);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('check-in'), device, pick }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('undo'), device, pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('walk-in'), device }) },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constant('sync'),
      device,
      push: fault,
      pull: fault,
      writesMeanwhile: fc.boolean()
    })
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('report'), device, push: fault }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('hand-over'), device, pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('late-request'), pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('crash'), device }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('lock'), device }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('open'), device }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('clock'),
      device,
      ms: fc.integer({ min: -DAY_MS, max: DAY_MS })
    })
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('revoke'), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('keep-storage'), device }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('old-storage'), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lose-storage'), device }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('enrol'), device }) }
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let db: Db;
let town: ModelTown;

/** A file for each half of the histories, so that two cores share them; each half has a seed of its own. */
export type Half = 'first' | 'second';

export function playHistories(half: Half): void {
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    db = openDatabase({ engine: 'sqlite', file: ':memory:' });
    await migrate(db, migrations);
    vi.setSystemTime(CLASS_BEGINS);
    town = await ModelTown.build(db);
    await SyncWorld.prepare(town, MOST_TABLETS);
  });
  afterAll(async () => {
    await town.close();
    await db.destroy();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const count = half === 'first' ? Math.ceil(HISTORIES / 2) : Math.floor(HISTORIES / 2);
  const seed = half === 'first' ? SEED : (SEED + 1) % 2 ** 31;
  test(
    `tablets, a server and a bad network keep the laws of SYNC in ${count} histories (seed ${seed})`,
    { timeout: Math.max(120_000, count * 1000) },
    async () => {
      const histories = fc.asyncProperty(
        fc.integer({ min: 2, max: MOST_TABLETS }),
        fc.array(step, { maxLength: LONGEST_HISTORY, size: 'max' }),
        live
      );
      await fc.assert(histories, { numRuns: count, seed });
      console.log(`model: ${count} histories, seed ${seed}`);
    }
  );
}

async function live(tablets: number, steps: readonly Step[]): Promise<void> {
  const world = await SyncWorld.open(town, tablets);
  try {
    for (const one of steps) {
      const acting = await take(world, one);
      world.tick();
      for (const each of acting) await expectNothingLost(world, each);
      expectOneAnswerEach(world);
      expectNothingGivenAway(world);
    }
    await untilQuiet(world);
    await expectAllAgree(world);
    await expectAlarmsRaised(world);
  } finally {
    await world.close(town);
  }
}

/** @returns the devices that the step concerned. */
async function take(world: SyncWorld, one: Step): Promise<readonly Device[]> {
  if (!('device' in one)) {
    await world.deliverLate(one.pick);
    return world.devices;
  }
  const acting = world.devices[one.device % world.devices.length]!;
  switch (one.does) {
    case 'check-in':
      await checkIn(world, acting, one.pick);
      break;
    case 'undo':
      await undo(world, acting, one.pick);
      break;
    case 'walk-in':
      await walkIn(world, acting);
      break;
    case 'sync': {
      const meanwhile = one.writesMeanwhile ? () => checkIn(world, acting, 0) : undefined;
      await world.sync(acting, { push: one.push, pull: one.pull, ...(meanwhile && { meanwhile }) });
      if (acting.revokedAt !== undefined) acting.seen.clear(); // the rows went with the right
      break;
    }
    case 'report':
      await world.report(acting, one.push);
      break;
    case 'hand-over':
      await world.handOver(acting, world.devices[one.pick % world.devices.length]!);
      break;
    case 'lock':
      if (await acting.db.lock.get('this')) acting.db.vault.lock();
      break;
    case 'open':
      await world.open(acting);
      break;
    case 'clock':
      acting.skewMs = one.ms;
      break;
    case 'revoke':
      await world.revoke(acting);
      break;
    case 'enrol':
      if (acting.needsEnrolment) await world.enrol(acting);
      break;
    case 'crash':
    case 'keep-storage':
    case 'lose-storage':
    case 'old-storage':
      await disturbStorage(world, acting, one.does);
  }
  return [acting];
}

function checkIn(world: SyncWorld, acting: Device, pick: number): Promise<unknown> {
  const person = world.people[pick % world.people.length]!;
  return world.record(acting, 'attend.checkin', person, { by: 'kana', late: false });
}

/** Withdraws what stands on the screen, whoever wrote it. */
async function undo(world: SyncWorld, acting: Device, pick: number): Promise<void> {
  const { view } = await screenOf(world, acting);
  const standing = view.lines.flatMap(({ entry, presence }) =>
    presence.arrivals.map(({ opId }) => ({ id: entry.participationId, opId }))
  );
  const chosen = standing[pick % Math.max(1, standing.length)];
  if (chosen) await world.record(acting, 'attend.undo', chosen.id, { targetOpId: chosen.opId });
}

function walkIn(world: SyncWorld, acting: Device): Promise<unknown> {
  return world.record(acting, 'attend.walkin', newId(), {
    kana: 'とび',
    name: '',
    ageBand: '75-84',
    phoneFamily: 'kantan',
    overCapacity: ''
  });
}

/** A crash keeps what was stored, locked; the others bring back an old state of it, or none. */
async function disturbStorage(world: SyncWorld, acting: Device, does: string): Promise<void> {
  const { db: before } = acting;
  if (does === 'keep-storage') {
    await keepStorage(acting);
    return;
  }
  if (does === 'crash') {
    before.close();
    acting.db = openFieldDb(before.name, PIN_ITERATIONS);
    return;
  }
  const deviceId = (await before.device.get('this'))?.deviceId;
  await before.delete();
  acting.db = openModelDb();
  if (does === 'old-storage') await fill(acting.db, acting.kept);
  await forgetLost(world, acting, deviceId);
}

/** What only the lost storage held is lost; the laws speak of the rest. */
async function forgetLost(
  world: SyncWorld,
  acting: Device,
  deviceId: string | undefined
): Promise<void> {
  const left = new Set<string>(await acting.db.outbox.toCollection().primaryKeys());
  for (const { op_id } of await storedOperations(world)) left.add(op_id);
  const lost = acting.ledger.filter((operation) => !left.has(operation.opId));
  acting.ledger = acting.ledger.filter(({ opId }) => left.has(opId));
  acting.seen.clear();
  acting.storageWasLost = true;

  const state = await acting.db.device.get('this');
  acting.needsEnrolment = state === undefined;
  // The note knows one self of a device; when an earlier one comes back, nobody can tell.
  const isKnown = state === undefined || state.deviceId === deviceId;
  for (const operation of lost)
    if (isKnown && operation.deviceId === deviceId) acting.lost.set(operation.opId, deviceId);
  const known = await world.db
    .selectFrom('device')
    .select('revoked_at')
    .where('id', '=', state?.deviceId ?? '')
    .executeTakeFirst();
  acting.revokedAt = known?.revoked_at ?? undefined;
}

/** The network is well again, staff enrol what asks for it, and every tablet syncs until nothing is left. */
async function untilQuiet(world: SyncWorld): Promise<void> {
  let isQuiet = false;
  for (let round = 0; round < MOST_ROUNDS_TO_QUIET && !isQuiet; round++) {
    isQuiet = true;
    const before = await world.version();
    for (const each of world.devices) {
      await world.report(each, 'none');
      if (each.needsEnrolment) await world.enrol(each);
      await world.open(each);
      const { kind } = await world.send(each, 'none');
      isQuiet &&= kind === 'done';
    }
    for (const each of world.devices) {
      const { kind } = await world.ask(each, 'none');
      if (each.revokedAt !== undefined) each.seen.clear();
      isQuiet &&= kind === 'done';
      await expectNothingLost(world, each);
    }
    isQuiet &&= before === (await world.version());
    world.tick();
  }
  expect(isQuiet, 'P4: it becomes quiet').toBe(true);
  expectOneAnswerEach(world);
  expectNothingGivenAway(world);
}
