import * as v from 'valibot';
import { findGuarded, type GuardKind } from '#features/board/domain/guard.ts';
import type { HandOverTarget, Topic } from '#features/board/domain/request.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import { cleanText } from '#shared/text/clean.ts';
import type { FollowUpWay } from '../domain/follow-up.ts';
import type { TicketHelp } from '../domain/ticket-log.ts';
import {
  AssistRecord,
  type AutonomyStep,
  type HelpedKind,
  type Operator,
  type Outcome,
  type PromiseCode
} from '../domain/record.ts';

export type Asked =
  | 'minutes'
  | 'topics'
  | 'family'
  | 'before'
  | 'after'
  | 'operated'
  | 'outcome'
  | 'handedTo'
  | 'groupSize'
  | 'note';

type Meeting = {
  readonly matchId: string;
  readonly topic: Topic;
  readonly phoneFamily: PhoneFamily;
};
type Beginning = Meeting | Pick<TicketHelp, 'phoneFamily' | 'minutes'>;

/** A record while it is touched together; what meeting or ticket already tell is chosen from the start. */
export class RecordDraft {
  minutes: AssistRecord['minutes'] | undefined = $state();
  topics: readonly Topic[] = $state([]);
  family: PhoneFamily | undefined = $state();
  before: AutonomyStep | undefined = $state();
  after: AutonomyStep | undefined = $state();
  operated: Operator | undefined = $state();
  outcome: Outcome | undefined = $state();
  handedTo: HandOverTarget | undefined = $state();
  helped: HelpedKind = $state('person');
  groupSize: AssistRecord['people'] | undefined = $state();
  promises: readonly PromiseCode[] = $state([]);
  note = $state('');
  askAgain: FollowUpWay | undefined = $state();

  readonly matchId: string | null;

  /** `written`: the record that is being corrected. */
  constructor(known: Beginning | undefined, written?: AssistRecord) {
    const match = known && 'matchId' in known ? known : undefined;
    this.matchId = written ? written.matchId : (match?.matchId ?? null);
    if (written) this.#take(written);
    else if (known) {
      this.family = known.phoneFamily;
      if ('minutes' in known) this.minutes = known.minutes;
      else this.topics = [known.topic];
    }
  }

  #take(written: AssistRecord): void {
    this.minutes = written.minutes;
    this.topics = written.topics;
    this.family = written.phoneFamily;
    this.before = written.before;
    this.after = written.after;
    this.operated = written.operated;
    this.outcome = written.outcome;
    this.handedTo = written.handedTo;
    this.helped = written.helped;
    this.groupSize = written.people > 1 ? written.people : undefined;
    this.promises = written.promises;
    this.note = written.note ?? '';
    this.askAgain = written.askAgain;
  }

  toggleTopic(topic: Topic): void {
    this.topics = toggled(this.topics, topic);
  }

  togglePromise(promise: PromiseCode): void {
    this.promises = toggled(this.promises, promise);
  }

  /** What the note must not hold. */
  get guarded(): readonly GuardKind[] {
    return findGuarded(this.note);
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
      handedTo: this.outcome !== 'handed-over' || this.handedTo !== undefined,
      groupSize: this.helped !== 'group' || this.groupSize !== undefined,
      note: this.guarded.length === 0
    };
    return (Object.keys(asked) as Asked[]).filter((one) => !asked[one]);
  }

  /** The record, or `undefined` while something is missing. */
  toRecord(): AssistRecord | undefined {
    const note = cleanText(this.note);
    const parsed = v.safeParse(AssistRecord, {
      matchId: this.matchId,
      minutes: this.minutes,
      topics: [...this.topics],
      phoneFamily: this.family,
      before: this.before,
      after: this.after,
      operated: this.operated,
      outcome: this.outcome,
      ...(this.outcome === 'handed-over' ? { handedTo: this.handedTo } : {}),
      helped: this.helped,
      people: this.helped === 'group' ? this.groupSize : 1,
      promises: [...this.promises],
      ...(note ? { note } : {}),
      ...(this.matchId !== null && this.askAgain ? { askAgain: this.askAgain } : {})
    });
    return parsed.success ? parsed.output : undefined;
  }
}

function toggled<Code>(codes: readonly Code[], code: Code): readonly Code[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
}
