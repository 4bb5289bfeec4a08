import { sql } from 'kysely';
import { expect } from 'vitest';
import { rosterView, type RosterView } from '#features/attendance/domain/roster-view.ts';
import { ROSTER_ROW, type RosterEntry } from '#features/attendance/domain/roster.ts';
import { rowsOf } from '#features/sync/client/chunks.ts';
import { ownOperationsOf } from '#features/sync/client/outbox.ts';
import { FACT_ROW, type Fact, factOf } from '#features/sync/domain/fact.ts';
import { isEntitled, type Device, type SyncWorld } from './sync-world.ts';

/** What the server keeps of an operation. */
type Stored = {
  readonly op_id: string;
  readonly device_id: string;
  readonly seq: number;
  readonly type: string;
  readonly entity_id: string;
  readonly payload: string;
  readonly result: string;
};

/** In the order in which they took effect. */
export function storedOperations({ db, scope }: SyncWorld): Promise<Stored[]> {
  return db
    .selectFrom('operation')
    .select(['op_id', 'device_id', 'seq', 'type', 'entity_id', 'payload', 'result'])
    .where('scope', '=', scope)
    .orderBy(sql`rowid`)
    .execute();
}

const tookEffect = ({ result }: Stored) => result === 'applied' || result === 'conflict';

/** What stands on a device's screen, put together as the screen does it. */
export async function screenOf(
  { scope }: SyncWorld,
  { db, name }: Device
): Promise<{ opIds: Set<string>; view: RosterView }> {
  const rows = await rowsOf(db, scope);
  const bodies = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body) as unknown);
  const facts = bodies(FACT_ROW) as Fact[];
  const known = new Set(facts.map(({ opId }) => opId));
  const waiting = (await ownOperationsOf(db, scope)).filter(({ opId }) => !known.has(opId));
  const shown = [...facts, ...waiting.map((operation) => factOf(operation, { deviceName: name }))];
  return {
    opIds: new Set(shown.map(({ opId }) => opId)),
    view: rosterView(bodies(ROSTER_ROW) as RosterEntry[], shown, new Set())
  };
}

/** P1, P3 and P5 of one device; holds after every step. */
export async function expectNothingLost(world: SyncWorld, device: Device): Promise<void> {
  const stored = await storedOperations(world);
  const onServer = new Map(stored.map((row) => [row.op_id, row]));
  const outbox = await device.db.outbox.orderBy('seq').toArray();
  const waiting = new Set(outbox.map(({ opId }) => opId));

  const lost = device.ledger.filter(({ opId }) => !waiting.has(opId) && !onServer.has(opId));
  expect(lost, 'P1: an acknowledged write is on the device or on the server').toEqual([]);

  const written = new Map(device.ledger.map(({ opId }, index) => [opId, index]));
  const order = stored.flatMap(({ op_id }) => written.get(op_id) ?? []);
  expect(order, 'P3: operations take effect in device order').toEqual(
    order.toSorted((a, b) => a - b)
  );

  // A locked device shows nothing; what it showed before is there again when it is opened.
  if (!device.db.vault.isOpen) return;
  const { opIds } = await screenOf(world, device);
  const refused = (opId: string) => {
    const row = onServer.get(opId);
    return row !== undefined && !tookEffect(row);
  };
  const hidden = outbox.filter(({ opId }) => !opIds.has(opId) && !refused(opId));
  expect(hidden, 'P5: own unsent work is always visible').toEqual([]);
  const flickered = [...device.seen].filter((opId) => !opIds.has(opId) && !refused(opId));
  expect(flickered, 'P5: what was visible does not flicker off').toEqual([]);
  device.seen = new Set([...opIds].filter((opId) => written.has(opId)));
}

/** P2: however often an operation came, every answer says the same, and one at most was the first. */
export function expectOneAnswerEach({ answers }: SyncWorld): void {
  for (const given of answers.values()) {
    const said = new Set(
      given.map((answer) => `${answer.status} ${'code' in answer ? answer.code : ''}`)
    );
    expect([...said], 'P2: the repeated answer equals the first').toHaveLength(1);
    const firsts = given.filter(({ duplicate }) => !duplicate);
    expect(firsts.length, 'P2: an operation takes effect once').toBeLessThanOrEqual(1);
  }
}

/** P7: nobody without the right to the session was given anything of it. */
export function expectNothingGivenAway({ pulls, scope }: SyncWorld): void {
  for (const { name, entitled, answer } of pulls.splice(0)) {
    const given = answer.rows.length + answer.tombstones.length;
    if (!entitled) expect(given, `P7: nothing is sent to ${name}`).toBe(0);
    expect(answer.revokedScopes, 'P7: who lost the right is told').toEqual(entitled ? [] : [scope]);
  }
}

/** P4, P8 and P9, once all is quiet. The expected state is counted here anew, without the app's own fold. */
export async function expectAllAgree(world: SyncWorld): Promise<void> {
  const { db, scope, devices } = world;
  const server = await db
    .selectFrom('sync_row')
    .select(['scope', 'id', 'kind', 'body'])
    .where('scope', '=', scope)
    .where('deleted', '=', 0)
    .orderBy('id')
    .execute();
  const stored = await storedOperations(world);
  const arrivals = arrivalsOf(stored);
  await expectServerAgrees(world, arrivals);

  for (const device of devices) {
    const entitled = isEntitled(device);
    const rows = (await rowsOf(device.db, scope)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(rows, 'P4: a device holds exactly the rows it may hold').toEqual(entitled ? server : []);
    expect(await device.db.outbox.toArray(), 'P4: nothing waits for ever').toEqual([]);
    if (!device.storageWasLost) await expectRefusalsShown(device, stored);
    if (!entitled) continue;

    const { view } = await screenOf(world, device);
    for (const { entry, presence, signs } of view.lines) {
      const standing = arrivals.get(entry.participationId) ?? [];
      const ids = presence.arrivals.map(({ opId }) => opId).sort();
      expect(ids, 'P9: an undo withdraws one named check-in').toEqual(
        standing.map(({ op_id }) => op_id).sort()
      );
      const tablets = new Set(standing.map(({ device_id }) => device_id));
      expect(presence.state, 'P8: present is present').toBe(
        standing.length > 0 ? 'came' : 'expected'
      );
      expect(signs.includes('double'), 'P8: both facts are kept and shown').toBe(tablets.size > 1);
    }
  }
}

async function expectServerAgrees(
  { db, scope, people }: SyncWorld,
  arrivals: ReadonlyMap<string, readonly Stored[]>
): Promise<void> {
  const lines = await db
    .selectFrom('participation')
    .select(['id', 'kind', 'attendance'])
    .where('session_id', '=', scope.slice('session:'.length))
    .execute();
  for (const { id, attendance } of lines) {
    expect(attendance, 'P8: the figures say what the facts say').toBe(
      (arrivals.get(id) ?? []).length > 0 ? 'came' : 'expected'
    );
  }
  const walkIns = lines.filter(({ kind }) => kind === 'walk-in').map(({ id }) => id);
  expect(new Set(walkIns).size + people.length, 'P2: a walk-in stands there once').toBe(
    lines.length
  );
}

/** Arrivals that no undo names, by participation. */
function arrivalsOf(stored: readonly Stored[]): Map<string, Stored[]> {
  const effective = stored.filter(tookEffect);
  const undone = new Set(
    effective
      .filter(({ type }) => type === 'attend.undo')
      .map(({ payload }) => (JSON.parse(payload) as { targetOpId: string }).targetOpId)
  );
  const standing = effective.filter(
    ({ op_id, type }) =>
      (type === 'attend.checkin' || type === 'attend.walkin') && !undone.has(op_id)
  );
  return Map.groupBy(standing, ({ entity_id }) => entity_id);
}

async function expectRefusalsShown(device: Device, stored: readonly Stored[]): Promise<void> {
  const shown = new Set(await device.db.refused.toCollection().primaryKeys());
  const own = new Set(device.ledger.map(({ opId }) => opId));
  const hidden = stored.filter(
    (row) => own.has(row.op_id) && !tookEffect(row) && !shown.has(row.op_id)
  );
  expect(hidden, 'P3: a refusal is shown to staff').toEqual([]);
}

/** P1, where a storage was lost: the desk is told of every loss, and of none that did not happen. */
export async function expectAlarmsRaised(world: SyncWorld): Promise<void> {
  const there = new Set((await storedOperations(world)).map(({ op_id }) => op_id));
  const alarms = await world.db
    .selectFrom('device')
    .select(['id', 'name'])
    .where('storage_lost_at', 'is not', null)
    .execute();
  for (const { name, storageWasLost, lost } of world.devices) {
    const raised = alarms.filter((alarm) => alarm.name === name).map(({ id }) => id);
    if (!storageWasLost) expect(raised, 'P1: no alarm without a loss').toEqual([]);
    const untold = [...lost].filter(([opId, id]) => !there.has(opId) && !raised.includes(id));
    expect(untold, 'P1: a loss is told').toEqual([]);
  }
}
