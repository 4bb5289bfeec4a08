import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { isAttendanceType, readPayload } from './operation.ts';

/** One coming-in that nobody withdrew. */
export type Arrival = {
  readonly opId: string;
  readonly at: Instant;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly late: boolean;
};

/** How one person stands at a session, as the facts say. */
export type Presence = {
  readonly state: 'expected' | 'came' | 'left' | 'absent-told' | 'absent';
  /** Not withdrawn, the earliest first; more than one means that two tablets checked the person in. */
  readonly arrivals: readonly Arrival[];
  readonly leftAt: Instant | null;
};

export const EXPECTED: Presence = { state: 'expected', arrivals: [], leftAt: null };

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
    if (fact.type !== 'attend.undo') continue;
    const undo = readPayload('attend.undo', fact.payload);
    if (undo) targets.add(undo.targetOpId);
  }
  return targets;
}

function presenceOf(facts: readonly Fact[]): Presence {
  const arrivals = facts.filter(isArrival).sort(earlierFirst).map(arrivalOf);
  const leftAt = latest(facts, 'attend.leave')?.at ?? null;
  if (arrivals.length > 0) return { state: leftAt === null ? 'came' : 'left', arrivals, leftAt };

  const noShow = latest(facts, 'attend.noshow');
  if (!noShow) return EXPECTED;
  const told = readPayload('attend.noshow', noShow.payload)?.told ?? false;
  return { state: told ? 'absent-told' : 'absent', arrivals: [], leftAt: null };
}

function isArrival(fact: Fact): boolean {
  return fact.type === 'attend.checkin' || fact.type === 'attend.walkin';
}

function arrivalOf({ opId, at, deviceId, deviceName, type, payload }: Fact): Arrival {
  const late = type === 'attend.checkin' && (readPayload('attend.checkin', payload)?.late ?? false);
  return { opId, at, deviceId, deviceName, late };
}

function latest(facts: readonly Fact[], type: string): Fact | undefined {
  return facts
    .filter((fact) => fact.type === type)
    .sort(earlierFirst)
    .at(-1);
}

/** By time, and by id where two are of one millisecond: every device orders them alike. */
function earlierFirst(a: Fact, b: Fact): number {
  return a.at - b.at || (a.opId < b.opId ? -1 : 1);
}
