import * as v from 'valibot';
import type { Fact } from '#features/sync/domain/fact.ts';
import { AssistRecord, AssistWithdraw } from './record.ts';

/** A record as the supporter sees it. */
export type LogLine = {
  readonly recordId: string;
  readonly at: number;
  readonly told: AssistRecord;
  /** True until a pull has shown that the server has it. */
  readonly unsent: boolean;
  /** True when the same meeting had been logged before. */
  readonly second: boolean;
};

/**
 * The records that stand, newest first: each `assist.record` without an `assist.withdraw` aimed at it.
 * The order in which facts come does not matter; one that cannot be read is left out.
 */
export function logView(
  facts: readonly Fact[],
  unsentIds: ReadonlySet<string>
): readonly LogLine[] {
  const withdrawn = new Set(
    facts
      .filter(({ type }) => type === 'assist.withdraw')
      .map(({ payload }) => read(AssistWithdraw, payload)?.targetOpId)
  );
  return facts
    .filter(({ type, opId }) => type === 'assist.record' && !withdrawn.has(opId))
    .flatMap((fact) => {
      const told = read(AssistRecord, fact.payload);
      return told ? [lineOf(fact, told, unsentIds)] : [];
    })
    .sort((one, other) => other.at - one.at || (one.recordId < other.recordId ? 1 : -1));
}

function lineOf(fact: Fact, told: AssistRecord, unsentIds: ReadonlySet<string>): LogLine {
  return {
    recordId: fact.opId,
    at: fact.at,
    told,
    unsent: unsentIds.has(fact.opId),
    second: fact.conflict === 'second-record'
  };
}

function read<Value>(schema: v.GenericSchema<unknown, Value>, payload: string): Value | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(payload));
    return parsed.success ? parsed.output : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}
