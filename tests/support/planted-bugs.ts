/**
 * Bugs that a sync like ours is known to grow. Each is one change of one place; `npm run test:mutants`
 * plants them one by one and expects a test of the law to fall. The first that comes is the model.
 */
export type PlantedBug = {
  readonly name: string;
  /** The law of SYNC that it breaks. */
  readonly law: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly right: string;
  readonly wrong: string;
};

const client = 'src/features/sync/client/sync.ts';
const outbox = 'src/features/sync/client/outbox.ts';
const exchange = 'src/features/sync/client/exchange.ts';
const push = 'src/features/sync/server/push.ts';
const pull = 'src/features/sync/server/pull.ts';
const changes = 'src/features/sync/server/scope-changes.ts';
const presence = 'src/features/attendance/domain/presence.ts';
const handlers = 'src/features/attendance/server/operations.ts';
const vault = 'src/features/sync/client/vault.ts';
const carry = 'src/features/sync/server/carry.ts';
const tablet = 'src/features/sync/domain/tablet.ts';
const enrolment = 'src/features/sync/client/enrolment.ts';

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'an operation leaves the outbox when it is answered, not when it was pulled',
    law: 'P5',
    file: client,
    right: 'await db.outbox.bulkUpdate(results.map(({ opId }) => ({ key: opId, changes })));',
    wrong: 'await db.outbox.bulkDelete(results.map(({ opId }) => opId));'
  },
  {
    name: 'the first part of a pull acknowledges all that was answered',
    law: 'P5',
    file: client,
    right: 'if (!value.more) {\n      await db.outbox.bulkDelete([...answered]);',
    wrong: '{\n      await db.outbox.bulkDelete([...answered]);'
  },
  {
    name: 'a pull acknowledges the whole outbox, also what was written meanwhile',
    law: 'P1',
    file: client,
    right: 'await db.outbox.bulkDelete([...answered]);',
    wrong: 'await db.outbox.clear();'
  },
  {
    name: 'a queue that could not be sent is thrown away',
    law: 'P1',
    file: client,
    right: 'if (!answer.ok) return answer.error;\n    await keepPushed',
    wrong: 'if (!answer.ok) { await db.outbox.clear(); return answer.error; }\n    await keepPushed'
  },
  {
    name: 'what the server refused is dropped without a word',
    law: 'P3',
    file: client,
    right: 'await db.refused.bulkPut(refused);',
    wrong: ''
  },
  {
    name: 'a lost right leaves the rows on the tablet',
    law: 'P7',
    file: client,
    right: 'if (value.revokedScopes.includes(scope)) {',
    wrong: 'if (false as boolean) {'
  },
  {
    name: 'losing a right also throws away what was not sent',
    law: 'P1',
    file: client,
    right: 'await forgetScope(db, scope);\n      return;',
    wrong: 'await forgetScope(db, scope);\n      await db.outbox.clear();\n      return;'
  },
  {
    name: 'the cursor moves on and the rows do not come along',
    law: 'P4',
    file: client,
    right: 'await addChunks(db, scope, parts);\n\n    const before',
    wrong: 'if (value.rows.length < 2) await addChunks(db, scope, parts);\n\n    const before'
  },
  {
    name: 'the number of an operation is not kept with it',
    law: 'P2',
    file: outbox,
    right: 'await db.device.put({ ...device, nextSeq: device.nextSeq + 1 });',
    wrong:
      'if (device.nextSeq % 3) await db.device.put({ ...device, nextSeq: device.nextSeq + 1 });'
  },
  {
    name: 'what waits is sent newest first',
    law: 'P3',
    file: outbox,
    right: 'await waitingIn(db).limit(limit).toArray()',
    wrong: 'await waitingIn(db).reverse().limit(limit).toArray()'
  },
  {
    name: 'a page of somebody’s Wi-Fi counts as an answer',
    law: 'P1',
    file: exchange,
    right: "const isOurs = typeof answer.body === 'object' && answer.status >= 400;",
    wrong: 'const isOurs = true;'
  },
  {
    name: 'an operation that comes again takes effect again',
    law: 'P2',
    file: push,
    right: 'const first = known.get(operation.opId);',
    wrong: 'const first = known.get(`${operation.opId}?`);'
  },
  {
    name: 'the repeated answer forgets what the first one said',
    law: 'P2',
    file: push,
    right: ": { opId: op_id, duplicate: true, status: result, code: code ?? '' }",
    wrong: ": { opId: op_id, duplicate: true, status: 'applied' }"
  },
  {
    name: 'an operation is taken although one before it is missing',
    law: 'P3',
    file: push,
    right: 'if (operation.seq > expectedSeq) return { results, expectedSeq, restarted: false };',
    wrong: ''
  },
  {
    name: 'a tablet that counts anew is not told',
    law: 'P4',
    file: push,
    right: 'return { results, expectedSeq, restarted: true };',
    wrong: 'return { results, expectedSeq, restarted: false };'
  },
  {
    name: 'facts from before a revocation are refused',
    law: 'P1',
    file: push,
    right: "const flagged = right.kind === 'lost' && happenedAt(operation) <= right.at;",
    wrong: 'const flagged = false;'
  },
  {
    name: 'a handler that fails half-way leaves its half',
    law: 'P2',
    file: push,
    right: 'await sql`rollback to savepoint operation`.execute(tx);',
    wrong: ''
  },
  {
    name: 'the rows of a session go to whoever asks',
    law: 'P7',
    file: pull,
    right: "const isOver = right.kind !== 'held' ||",
    wrong: "const isOver = right.kind === ('none' as string) ||"
  },
  {
    name: 'rows of one version are read once only, however many parts they need',
    law: 'P4',
    file: pull,
    right: "eb.and([eb('version', '=', cursor.version), eb('id', '>', cursor.id)])",
    wrong: "eb('version', '>', cursor.version)"
  },
  {
    name: 'a restored server is not noticed',
    law: 'P4',
    file: pull,
    right: 'asked.version > (state?.version ?? 0) ||',
    wrong: ''
  },
  {
    name: 'a change does not move the version on',
    law: 'P6',
    file: changes,
    right: "doUpdateSet((eb) => ({ version: eb('scope.version', '+', 1) }))",
    wrong: "doUpdateSet((eb) => ({ version: eb('scope.version', '+', 0) }))"
  },
  {
    name: 'an undo withdraws whatever stands at the person',
    law: 'P9',
    file: presence,
    right: 'if (undo) targets.add(undo.targetOpId);',
    wrong:
      'if (undo) for (const one of facts) if (one.entityId === fact.entityId) targets.add(one.opId);'
  },
  {
    name: 'the second tablet’s check-in is passed over',
    law: 'P8',
    file: presence,
    right: 'const arrivals = facts.filter(isArrival).sort(earlierFirst).map(arrivalOf);',
    wrong: 'const arrivals = facts.filter(isArrival).sort(earlierFirst).map(arrivalOf).slice(0, 1);'
  },
  {
    name: 'the figures follow the last fact instead of all of them',
    law: 'P8',
    file: handlers,
    right: 'presenceByParticipation([...before, fact])',
    wrong: 'presenceByParticipation([fact])'
  },
  {
    name: 'the rows also lie on the device as they came, unsealed',
    law: 'seal',
    file: client,
    right: 'if (held.row) await db.key.put(held.row);',
    wrong:
      'if (held.row) await db.key.put(held.row);\n    await db.row.bulkPut(value.rows.map((row) => ({ scope, ...row })));'
  },
  {
    name: 'a locked device still has its keys in memory',
    law: 'lock',
    file: vault,
    right: 'this.#keys.clear();',
    wrong: ''
  },
  {
    name: 'after the last wrong PIN the keys are still there',
    law: 'lock',
    file: vault,
    right: 'await destroyKeys(this.#db);\n    this.lock();',
    wrong: 'this.lock();'
  },
  {
    name: 'wrong PINs are counted in memory, and a reload begins anew',
    law: 'lock',
    file: vault,
    right: 'await lock.put(counted);',
    wrong: ''
  },
  {
    name: 'the venue’s secret lies beside the key that it protects',
    law: 'seal',
    file: vault,
    right: 'const held = await underLock(made, scope, secret, venueCode);',
    wrong:
      'const held = await underLock(made, scope, secret, venueCode);\n    Object.assign(held.row, { venueCode });'
  },
  {
    name: 'a locked device does not send',
    law: 'P1',
    file: client,
    right: 'if (rows.length === 0) return DONE;',
    wrong:
      "if (rows.length === 0) return DONE;\n    if (!db.vault.isOpen) return { kind: 'locked' };"
  },
  {
    name: 'a storage that went back counts as sound while nothing else is missing',
    law: 'alarm',
    file: tablet,
    right: 'return wentBack || missing > 0 ? missing : undefined;',
    wrong: 'return missing > 0 ? missing : undefined;'
  },
  {
    name: 'every fact that still waits counts as lost',
    law: 'alarm',
    file: tablet,
    right: 'written - highestSeq - unsent',
    wrong: 'written - highestSeq'
  },
  {
    name: 'a device that came up empty is enrolled as if nothing had been there',
    law: 'alarm',
    file: enrolment,
    right: 'lastSeq: note.seq, lost: true',
    wrong: 'lastSeq: note.seq, lost: false'
  },
  {
    name: 'what another tablet brings is taken without the proof of its own',
    law: 'P2',
    file: carry,
    right:
      "return timingSafeEqual(expected, Buffer.from(proof, 'hex')) ? parsed.output : undefined;",
    wrong: 'return timingSafeEqual(expected, expected) ? parsed.output : undefined;'
  }
];
