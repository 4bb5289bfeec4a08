import type { Fact } from '#features/sync/domain/fact.ts';
import { readAssist, type AssistFact, type Told } from './operation.ts';
import type { AssistRecord } from './record.ts';

/** One thing written about an entry: what it said first, each correction, and its being taken back. */
export type LogStep = {
  readonly factId: string;
  readonly at: number;
  readonly kind: 'written' | 'corrected' | 'withdrawn';
  /** `undefined` for taking back. */
  readonly told: Told | undefined;
};

/** A record or tally with all that was written about it; nothing is ever overwritten. */
export type LogEntry = {
  /** The id of the fact that wrote it first. */
  readonly id: string;
  readonly entityId: string;
  /** When it was first written; a correction does not move the help to another day. */
  readonly at: number;
  /** As the last correction says. */
  readonly told: Told;
  readonly isWithdrawn: boolean;
  readonly flagged: boolean;
  readonly conflict: string | null;
  readonly deviceId: string;
  /** Oldest first. */
  readonly steps: readonly LogStep[];
};

type Read = { readonly fact: Fact; readonly assist: AssistFact };

/**
 * The entries of a log, oldest first. The last correction by the time it was written counts, of two at
 * one moment the one with the later id; a correction of the other kind, of another meeting or of what is
 * not there counts nothing. Taken back is taken back, whatever comes after. The order in which facts
 * come does not matter.
 */
export function foldLog(facts: readonly Fact[]): readonly LogEntry[] {
  const read = facts
    .flatMap((fact): Read[] => {
      const assist = readAssist(fact);
      return assist ? [{ fact, assist }] : [];
    })
    .toSorted((one, other) => byTime(one.fact, other.fact));
  // Not Map.groupBy: the oldest browsers of supporters' phones do not know it.
  const about = new Map<string, Read[]>();
  for (const one of read) {
    if (one.assist.type === 'told') continue;
    about.set(one.assist.target, [...(about.get(one.assist.target) ?? []), one]);
  }
  return read.flatMap(({ fact, assist }) =>
    assist.type === 'told' ? [entryOf(fact, assist.told, about.get(fact.opId) ?? [])] : []
  );
}

/** What the log says of a meeting: its first standing record, or `undefined` without one. */
export function outcomeOf(entries: readonly LogEntry[], matchId: string): AssistRecord | undefined {
  for (const { told, isWithdrawn } of entries) {
    if (!isWithdrawn && told.kind === 'record' && told.record.matchId === matchId) {
      return told.record;
    }
  }
  return undefined;
}

/** True when `next` may stand in the place of `first`: of its kind, and about the same meeting. */
export function isCorrectionOf(first: Told, next: Told): boolean {
  if (first.kind !== next.kind) return false;
  if (first.kind !== 'record' || next.kind !== 'record') return true;
  return first.record.matchId === next.record.matchId;
}

function entryOf(fact: Fact, first: Told, about: readonly Read[]): LogEntry {
  const later = about.flatMap(({ fact: { opId, at }, assist }): LogStep[] => {
    if (assist.type === 'withdraw') {
      return [{ factId: opId, at, kind: 'withdrawn', told: undefined }];
    }
    return assist.type === 'correct' && isCorrectionOf(first, assist.told)
      ? [{ factId: opId, at, kind: 'corrected', told: assist.told }]
      : [];
  });
  return {
    id: fact.opId,
    entityId: fact.entityId,
    at: fact.at,
    told: later.findLast(({ kind }) => kind === 'corrected')?.told ?? first,
    isWithdrawn: later.some(({ kind }) => kind === 'withdrawn'),
    flagged: fact.flagged,
    conflict: fact.conflict,
    deviceId: fact.deviceId,
    steps: [{ factId: fact.opId, at: fact.at, kind: 'written', told: first }, ...later]
  };
}

function byTime(one: Fact, other: Fact): number {
  return one.at - other.at || (one.opId < other.opId ? -1 : 1);
}
