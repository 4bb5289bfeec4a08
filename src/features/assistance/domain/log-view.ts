import { SERVER_DEVICE, type Fact } from '#features/sync/domain/fact.ts';
import { foldLog } from './log-fold.ts';
import type { Told } from './operation.ts';

/** What a supporter sees of one thing they logged. */
export type LogLine = {
  readonly recordId: string;
  readonly entityId: string;
  readonly at: number;
  readonly told: Told;
  /** True until a pull has shown that the server has it, its last correction included. */
  readonly unsent: boolean;
  readonly isCorrected: boolean;
  /** True when the same meeting had been logged before. */
  readonly second: boolean;
  /** True when somebody at the desk wrote it down. */
  readonly isByDesk: boolean;
  /** The facts it came from, by which a refusal finds it. */
  readonly factIds: readonly string[];
};

/** The entries that stand, newest first. */
export function logView(
  facts: readonly Fact[],
  unsentIds: ReadonlySet<string>
): readonly LogLine[] {
  return foldLog(facts)
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((entry) => ({
      recordId: entry.id,
      entityId: entry.entityId,
      at: entry.at,
      told: entry.told,
      unsent: entry.steps.some(({ factId }) => unsentIds.has(factId)),
      isCorrected: entry.steps.length > 1,
      second: entry.conflict === 'second-record',
      isByDesk: entry.deviceId === SERVER_DEVICE,
      factIds: entry.steps.map(({ factId }) => factId)
    }))
    .toReversed();
}
