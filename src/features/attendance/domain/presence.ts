import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { isAttendanceType, readPayload, type GuestRole, type PhoneLevel } from './operation.ts';

/** One coming-in that nobody withdrew. */
export type Arrival = {
  readonly opId: string;
  readonly at: Instant;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly late: boolean;
  readonly as: 'learner' | GuestRole;
};

/** A going or a staying away that nobody withdrew. */
export type Mark = {
  readonly opId: string;
  readonly type: 'attend.leave' | 'attend.noshow';
  readonly at: Instant;
  readonly deviceName: string;
};

/** A later date somebody would like to come to, by its session. */
export type Wish = { readonly opId: string; readonly at: Instant; readonly sessionId: string };

/** How one person stands at a session, as the facts say. */
export type Presence = {
  readonly state: 'expected' | 'came' | 'left' | 'absent-told' | 'absent';
  /** Not withdrawn, the earliest first; more than one means that two tablets checked the person in. */
  readonly arrivals: readonly Arrival[];
  readonly leftAt: Instant | null;
  /** As what the person is here; the first arrival says it. */
  readonly as: Arrival['as'];
  /** How many were counted beside the person; `null` where nobody counted. */
  readonly companions: number | null;
  /** As told at this session; `null` where nobody asked. */
  readonly level: PhoneLevel | null;
  readonly marks: readonly Mark[];
  /** One for each date, the first told. */
  readonly wishes: readonly Wish[];
};

export const EXPECTED: Presence = {
  state: 'expected',
  arrivals: [],
  leftAt: null,
  as: 'learner',
  companions: null,
  level: null,
  marks: [],
  wishes: []
};

/**
 * Folds facts, in any order, to each person's presence: present ⇔ some arrival has no undo aimed at it.
 * Whoever has come is not absent, whatever was noted before. Facts of other features are passed over.
 */
export function presenceByParticipation(facts: readonly Fact[]): ReadonlyMap<string, Presence> {
  const withdrawn = withdrawnBy(facts);
  const byEntity = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!isAttendanceType(fact.type) || fact.type === 'attend.undo' || withdrawn.has(fact.opId))
      continue;
    const known = byEntity.get(fact.entityId);
    if (known) known.push(fact);
    else byEntity.set(fact.entityId, [fact]);
  }
  return new Map([...byEntity].map(([id, standing]) => [id, presenceOf(standing)]));
}

/** Ids of facts that an undo is aimed at. */
export function withdrawnBy(facts: readonly Fact[]): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const fact of facts) {
    if (!isUndo(fact.type)) continue;
    const undo = readPayload(fact.type, fact.payload);
    if (undo) targets.add(undo.targetOpId);
  }
  return targets;
}

const undoTypes = ['attend.undo', 'ticket.undo', 'answer.undo', 'course.undo'] as const;

function isUndo(type: string): type is (typeof undoTypes)[number] {
  return undoTypes.includes(type as (typeof undoTypes)[number]);
}

function presenceOf(facts: readonly Fact[]): Presence {
  const arrivals = facts.filter(isArrival).sort(earlierFirst).map(arrivalOf);
  const leftAt = arrivals.length > 0 ? (latest(facts, 'attend.leave')?.at ?? null) : null;
  const counted = latest(facts, 'attend.companions');
  const told = latest(facts, 'attend.level');
  return {
    state: stateOf(facts, arrivals, leftAt),
    arrivals,
    leftAt,
    as: arrivals[0]?.as ?? 'learner',
    companions: counted ? (readPayload('attend.companions', counted.payload)?.count ?? null) : null,
    level: told ? (readPayload('attend.level', told.payload)?.level ?? null) : null,
    marks: facts.filter(isMark).sort(earlierFirst).map(markOf),
    wishes: wishesOf(facts)
  };
}

function stateOf(
  facts: readonly Fact[],
  arrivals: readonly Arrival[],
  leftAt: Instant | null
): Presence['state'] {
  if (arrivals.length > 0) return leftAt === null ? 'came' : 'left';
  const noShow = latest(facts, 'attend.noshow');
  if (!noShow) return 'expected';
  return readPayload('attend.noshow', noShow.payload)?.told ? 'absent-told' : 'absent';
}

function isArrival(fact: Fact): boolean {
  return fact.type === 'attend.checkin' || fact.type === 'attend.walkin';
}

function arrivalOf({ opId, at, deviceId, deviceName, type, payload }: Fact): Arrival {
  const arrived =
    type === 'attend.checkin'
      ? readPayload('attend.checkin', payload)
      : readPayload('attend.walkin', payload);
  const late = arrived !== undefined && 'late' in arrived && arrived.late;
  return { opId, at, deviceId, deviceName, late, as: arrived?.as ?? 'learner' };
}

function isMark(fact: Fact): fact is Fact & { type: Mark['type'] } {
  return fact.type === 'attend.leave' || fact.type === 'attend.noshow';
}

function markOf({ opId, type, at, deviceName }: Fact & { type: Mark['type'] }): Mark {
  return { opId, type, at, deviceName };
}

/** Two tablets that were told of one date are one wish. */
function wishesOf(facts: readonly Fact[]): Wish[] {
  const bySession = new Map<string, Wish>();
  for (const { type, opId, at, payload } of facts.toSorted(earlierFirst)) {
    const wish = type === 'attend.wish' ? readPayload(type, payload) : undefined;
    if (wish && !bySession.has(wish.sessionId))
      bySession.set(wish.sessionId, { opId, at, sessionId: wish.sessionId });
  }
  return [...bySession.values()];
}

function latest(facts: readonly Fact[], type: string): Fact | undefined {
  return facts
    .filter((fact) => fact.type === type)
    .sort(earlierFirst)
    .at(-1);
}

/** By time, and by id where two are of one millisecond: every device orders them alike. */
export function earlierFirst(a: Fact, b: Fact): number {
  return a.at - b.at || (a.opId < b.opId ? -1 : 1);
}
