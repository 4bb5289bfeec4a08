import * as v from 'valibot';
import { AssistRecord } from './record.ts';
import { AssistTally } from './tally.ts';

/** What was done: one meeting, or a whole salon in counts. */
export type Told =
  | ({ readonly kind: 'record' } & { readonly record: AssistRecord })
  | { readonly kind: 'tally'; readonly tally: AssistTally };

const target = { targetOpId: v.pipe(v.string(), v.uuid()) };

/** The payload of `assist.withdraw`: takes back one record or tally that was a mistake. */
export const AssistWithdraw = v.strictObject(target);

/** The payload of `assist.correct`: what should have been written instead; the first words stay kept. */
export const AssistCorrect = v.union([
  v.strictObject({ ...target, record: AssistRecord }),
  v.strictObject({ ...target, tally: AssistTally })
]);
export type AssistCorrect = v.InferOutput<typeof AssistCorrect>;

/** A fact of `assist.*`, read. */
export type AssistFact =
  | { readonly type: 'told'; readonly told: Told }
  | { readonly type: 'correct'; readonly target: string; readonly told: Told }
  | { readonly type: 'withdraw'; readonly target: string };

/** @returns `undefined` for what is no such fact, or cannot be read (any more). */
export function readAssist(fact: {
  readonly type: string;
  readonly payload: string;
}): AssistFact | undefined {
  const body = parse(fact.payload);
  if (fact.type === 'assist.record') {
    const read = v.safeParse(AssistRecord, body);
    return read.success ? told({ kind: 'record', record: read.output }) : undefined;
  }
  if (fact.type === 'assist.tally') {
    const read = v.safeParse(AssistTally, body);
    return read.success ? told({ kind: 'tally', tally: read.output }) : undefined;
  }
  if (fact.type === 'assist.correct') {
    const read = v.safeParse(AssistCorrect, body);
    return read.success
      ? { type: 'correct', target: read.output.targetOpId, told: correctionOf(read.output) }
      : undefined;
  }
  if (fact.type !== 'assist.withdraw') return undefined;
  const read = v.safeParse(AssistWithdraw, body);
  return read.success ? { type: 'withdraw', target: read.output.targetOpId } : undefined;
}

function told(what: Told): AssistFact {
  return { type: 'told', told: what };
}

function correctionOf(correct: AssistCorrect): Told {
  return 'record' in correct
    ? { kind: 'record', record: correct.record }
    : { kind: 'tally', tally: correct.tally };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}
