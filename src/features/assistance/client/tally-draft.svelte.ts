import type { Topic } from '#features/board/domain/request.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import { counted, tallyOf, type AssistTally, type Counts } from '../domain/tally.ts';

/** A tally while it is touched together. */
export class TallyDraft {
  minutes: AssistTally['minutes'] | undefined = $state();
  families: Counts<PhoneFamily> = $state({});
  topics: Counts<Topic> = $state({});

  /** `written`: the tally that is being corrected. */
  constructor(written?: AssistTally) {
    if (!written) return;
    this.minutes = written.minutes;
    this.families = Object.fromEntries(
      written.families.map(({ family, count }) => [family, count])
    );
    this.topics = Object.fromEntries(written.topics.map(({ topic, count }) => [topic, count]));
  }

  countFamily(family: PhoneFamily, step: 1 | -1): void {
    this.families = counted(this.families, family, step);
  }

  countTopic(topic: Topic, step: 1 | -1): void {
    this.topics = counted(this.topics, topic, step);
  }

  get people(): number {
    return Object.values(this.families).reduce((total, count) => total + count, 0);
  }

  get told(): ReturnType<typeof tallyOf> {
    return tallyOf({ minutes: this.minutes, families: this.families, topics: this.topics });
  }
}
