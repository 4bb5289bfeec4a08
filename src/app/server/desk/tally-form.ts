import * as v from 'valibot';
import {
  AssistTally,
  tallyMinutes,
  tallyOf,
  type Counts
} from '#features/assistance/domain/tally.ts';
import { topics, type Topic } from '#features/board/domain/request.ts';
import { phoneFamilies, type PhoneFamily } from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { lineOf, wholeNumberOf } from '../read-form.ts';

/** What was typed into the desk's form of a salon, in counts. */
export type TypedTally = {
  readonly supporterId: string;
  readonly key: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: AssistTally['minutes'] | undefined;
  readonly families: Counts<PhoneFamily>;
  readonly topics: Counts<Topic>;
};

type TallyFormError = `tally-${'minutes' | 'people' | 'topics'}`;

export function readTallyForm(form: FormData): TypedTally {
  return {
    supporterId: lineOf(form, 'supporterId', 36),
    key: lineOf(form, 'key', 36),
    date: lineOf(form, 'date', 10),
    time: lineOf(form, 'time', 5),
    minutes: tallyMinutes.find((one) => String(one) === form.get('minutes')),
    families: countsOf(form, 'family', phoneFamilies),
    topics: countsOf(form, 'topic', topics)
  };
}

/** A form that nothing was typed into yet, or with what stands in a tally. */
export function beginTally(supporterId: string, written?: AssistTally): TypedTally {
  const { minutes, families = [], topics: counted = [] } = written ?? {};
  return {
    ...{ supporterId, key: '', date: '', time: '', minutes },
    families: Object.fromEntries(families.map(({ family, count }) => [family, count])),
    topics: Object.fromEntries(counted.map(({ topic, count }) => [topic, count]))
  };
}

/** The tally as typed, or the first thing that is to be mended. */
export function tallyFrom(typed: TypedTally): Result<AssistTally, TallyFormError> {
  const counted = tallyOf(typed);
  if ('missing' in counted) return err(`tally-${counted.missing}` as const);
  const read = v.safeParse(AssistTally, counted.tally);
  return read.success ? ok(read.output) : err('tally-topics');
}

function countsOf<Code extends string>(
  form: FormData,
  name: string,
  known: readonly Code[]
): Counts<Code> {
  return Object.fromEntries(
    known.flatMap((code) => {
      const count = wholeNumberOf(form, `${name}-${code}`) ?? 0;
      return count > 0 ? [[code, count]] : [];
    })
  ) as Counts<Code>;
}
