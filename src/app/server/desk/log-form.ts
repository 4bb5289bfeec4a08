import * as v from 'valibot';
import { followUpWays } from '#features/assistance/domain/follow-up.ts';
import {
  AssistRecord,
  LONGEST_NOTE,
  autonomySteps,
  groupSizes,
  helpedKinds,
  minutePresets,
  operators,
  outcomes,
  promises
} from '#features/assistance/domain/record.ts';
import { findGuarded, type GuardKind } from '#features/board/domain/guard.ts';
import { handOverTargets, topics } from '#features/board/domain/request.ts';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';
import { instantOf, localDateOf, type Instant } from '#shared/time/instant.ts';
import { codeOf, codesOf, lineOf, rawOf } from '../read-form.ts';

/** What was typed into the desk's form of a record, known codes only. */
export type TypedLog = ReturnType<typeof readLogForm>;

export type LogFormError =
  'choose-topics' | 'choose-rest' | 'choose-group' | 'choose-target' | `guard-${GuardKind}`;

export function readLogForm(form: FormData) {
  const sizes = groupSizes.map(String);
  return {
    supporterId: lineOf(form, 'supporterId', 36),
    matchId: lineOf(form, 'matchId', 36),
    key: lineOf(form, 'key', 36),
    date: lineOf(form, 'date', 10),
    time: lineOf(form, 'time', 5),
    minutes: minutePresets.find((one) => String(one) === form.get('minutes')),
    topics: codesOf(form, 'topics', topics),
    phoneFamily: codeOf(form, 'phoneFamily', phoneFamilies),
    before: codeOf(form, 'before', autonomySteps),
    after: codeOf(form, 'after', autonomySteps),
    operated: codeOf(form, 'operated', operators),
    outcome: codeOf(form, 'outcome', outcomes),
    handedTo: codeOf(form, 'handedTo', handOverTargets),
    helped: codeOf(form, 'helped', helpedKinds) ?? ('person' as const),
    people: Number(codeOf(form, 'people', sizes) ?? 0),
    promises: codesOf(form, 'promises', promises),
    note: cleanText(rawOf(form, 'note', LONGEST_NOTE)),
    askAgain: codeOf(form, 'askAgain', followUpWays)
  };
}

/** A form that nothing was typed into yet, with what is known of a meeting or stands in a record. */
export function beginLog(
  supporterId: string,
  known: Partial<AssistRecord> & { readonly matchId?: string | null } = {}
): TypedLog {
  return {
    ...{ supporterId, key: '', date: '', time: '', matchId: known.matchId ?? '' },
    ...{ minutes: known.minutes, topics: [...(known.topics ?? [])] },
    ...{ phoneFamily: known.phoneFamily, before: known.before, after: known.after },
    ...{ operated: known.operated, outcome: known.outcome, handedTo: known.handedTo },
    ...{ helped: known.helped ?? 'person', people: known.people ?? 0 },
    ...{ promises: [...(known.promises ?? [])], note: known.note ?? '' },
    askAgain: known.askAgain
  };
}

/** The record as typed, or the first thing that is to be mended. */
export function recordFrom(typed: TypedLog): Result<AssistRecord, LogFormError> {
  if (typed.topics.length === 0) return err('choose-topics');
  const [guard] = findGuarded(typed.note);
  if (guard) return err(`guard-${guard}` as const);
  if (typed.helped === 'group' && typed.people === 0) return err('choose-group');
  if (typed.outcome === 'handed-over' && !typed.handedTo) return err('choose-target');

  const { outcome, handedTo, helped, people, note, askAgain, matchId } = typed;
  const { minutes, phoneFamily, before, after, operated } = typed;
  const read = v.safeParse(AssistRecord, {
    ...{ minutes, phoneFamily, before, after, operated, outcome, helped },
    matchId: matchId || null,
    topics: typed.topics,
    ...(outcome === 'handed-over' ? { handedTo } : {}),
    people: helped === 'group' ? people : 1,
    promises: typed.promises,
    ...(note ? { note } : {}),
    ...(matchId && askAgain ? { askAgain } : {})
  });
  return read.success ? ok(read.output) : err('choose-rest');
}

/** When it was, as typed; `undefined` for no such day or time. */
export function momentOf({ date, time }: Pick<TypedLog, 'date' | 'time'>): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    return undefined;
  }
  const at = instantOf(date, time);
  return localDateOf(at) === date ? at : undefined;
}
