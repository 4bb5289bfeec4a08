import type { DoorPayload, DoorType } from '#features/attendance/domain/operation.ts';
import type { Fact } from '#features/sync/domain/fact.ts';

/** The id of the n-th fact or thing of a test. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A fact as every tablet holds it; `at` is its moment, and its id unless told otherwise. */
export function doorFact<Type extends DoorType>(
  type: Type,
  entityId: string,
  payload: DoorPayload<Type>,
  { at, n = at, tablet = 'A' }: { at: number; n?: number; tablet?: string }
): Fact {
  return {
    ...{ type, entityId, at, opId: idOf(n), payload: JSON.stringify(payload) },
    ...{ deviceId: tablet, deviceName: tablet, conflict: null, flagged: false }
  };
}
