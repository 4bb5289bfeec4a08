import * as v from 'valibot';
import type { HandOverTarget, Topic } from '#features/board/domain/request.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import { AssistRecord, type AutonomyStep, type Operator, type Outcome } from '../domain/record.ts';

export type Asked =
  'minutes' | 'topics' | 'family' | 'before' | 'after' | 'operated' | 'outcome' | 'handedTo';

/** A record while it is touched together; what the meeting already tells is chosen from the start. */
export class RecordDraft {
  minutes: AssistRecord['minutes'] | undefined = $state();
  topics: readonly Topic[] = $state([]);
  family: PhoneFamily | undefined = $state();
  before: AutonomyStep | undefined = $state();
  after: AutonomyStep | undefined = $state();
  operated: Operator | undefined = $state();
  outcome: Outcome | undefined = $state();
  handedTo: HandOverTarget | undefined = $state();

  readonly matchId: string | null;

  constructor(
    match:
      | { readonly matchId: string; readonly topic: Topic; readonly phoneFamily: PhoneFamily }
      | undefined
  ) {
    this.matchId = match?.matchId ?? null;
    if (!match) return;
    this.topics = [match.topic];
    this.family = match.phoneFamily;
  }

  toggleTopic(topic: Topic): void {
    this.topics = this.topics.includes(topic)
      ? this.topics.filter((one) => one !== topic)
      : [...this.topics, topic];
  }

  /** The questions that still need an answer, in their order on the screen. */
  get missing(): readonly Asked[] {
    const asked: Readonly<Record<Asked, boolean>> = {
      minutes: this.minutes !== undefined,
      topics: this.topics.length > 0,
      family: this.family !== undefined,
      before: this.before !== undefined,
      after: this.after !== undefined,
      operated: this.operated !== undefined,
      outcome: this.outcome !== undefined,
      handedTo: this.outcome !== 'handed-over' || this.handedTo !== undefined
    };
    return (Object.keys(asked) as Asked[]).filter((one) => !asked[one]);
  }

  /** The record, or `undefined` while something is missing. */
  toRecord(): AssistRecord | undefined {
    const parsed = v.safeParse(AssistRecord, {
      matchId: this.matchId,
      minutes: this.minutes,
      topics: [...this.topics],
      phoneFamily: this.family,
      before: this.before,
      after: this.after,
      operated: this.operated,
      outcome: this.outcome,
      ...(this.outcome === 'handed-over' ? { handedTo: this.handedTo } : {})
    });
    return parsed.success ? parsed.output : undefined;
  }
}
