import {
  needs,
  phoneFamilies,
  type Need,
  type PhoneFamily
} from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine, cleanText } from '#shared/text/clean.ts';
import { isKana, toHiragana } from '#shared/text/kana.ts';
import { toPhoneDigits } from '#shared/text/phone.ts';
import { findGuarded, type GuardKind } from './guard.ts';
import {
  deskOnlyTopics,
  helpTimes,
  topics,
  type DeskOnlyTopic,
  type HelpTime,
  type Topic
} from './request.ts';

/** How the person is reached: the desk rings, they come or ring themselves, or they stay nameless. */
export const reaches = ['phone', 'desk', 'nameless'] as const;
export type Reach = (typeof reaches)[number];

/** The questions, one a screen, in their order. */
export const questions = ['topic', 'family', 'venue', 'times', 'needs', 'contact', 'note'] as const;
export type Question = (typeof questions)[number];

/** A submitted form or the query of an address. */
export type Fields = {
  readonly get: (name: string) => unknown;
  readonly getAll: (name: string) => readonly unknown[];
};

/** The answers so far: codes that are known, and texts as they were typed. */
export type Answers = {
  readonly topic: Topic | DeskOnlyTopic | undefined;
  readonly family: PhoneFamily | undefined;
  readonly venue: string | undefined;
  readonly times: readonly HelpTime[];
  readonly needs: readonly Need[];
  readonly needsAsked: boolean;
  readonly reach: Reach | undefined;
  readonly kana: string;
  readonly name: string;
  readonly phone: string;
  readonly note: string;
  readonly noteAsked: boolean;
  /** Made with the form: sent twice, it is one request. */
  readonly key: string | undefined;
};

export type Contact =
  | {
      readonly kind: 'named';
      readonly kana: string;
      readonly name: string;
      /** Digits with a leading 0. */
      readonly phone: string | undefined;
      readonly way: 'phone' | 'desk';
    }
  | { readonly kind: 'nameless' };

/** A complete, checked request for help. */
export type Ask = {
  readonly topic: Topic | DeskOnlyTopic;
  readonly phoneFamily: PhoneFamily;
  readonly venueId: string;
  readonly times: readonly HelpTime[];
  readonly needs: readonly Need[];
  readonly contact: Contact;
  readonly note: string | null;
};

export type AskField =
  'topic' | 'family' | 'venue' | 'times' | 'reach' | 'kana' | 'name' | 'phone' | 'note';
export type AskErrorCode =
  | `choose-${'topic' | 'family' | 'venue' | 'times' | 'reach'}`
  | 'kana-missing'
  | 'kana-wrong'
  | 'name-missing'
  | 'phone-missing'
  | 'phone-wrong'
  | 'too-long'
  | `guard-${GuardKind}`;
export type AskErrors = Partial<Record<AskField, AskErrorCode>>;

export const LONGEST_NAME = 60;
export const LONGEST_NOTE = 400;
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads what a form holds; what is no known code counts as not answered. */
export function readAnswers(fields: Fields, venueIds: readonly string[]): Answers {
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const key = text('key');
  return {
    topic: oneOf([...topics, ...deskOnlyTopics], text('topic')),
    family: oneOf(phoneFamilies, text('family')),
    venue: oneOf(venueIds, text('venue')),
    times: helpTimes.filter((time) => fields.getAll('times').includes(time)),
    needs: needs.filter((need) => fields.getAll('needs').includes(need)),
    needsAsked: text('needsAsked') === '1',
    reach: oneOf(reaches, text('reach')),
    kana: cleanLine(text('kana')),
    name: cleanLine(text('name')),
    phone: cleanLine(text('phone')),
    note: cleanText(text('note')),
    noteAsked: text('noteAsked') === '1',
    key: KEY.test(key) ? key : undefined
  };
}

/**
 * Which screen comes now. `at` goes back to one question, with its answer; `asked` is the question just
 * answered, shown again with its errors when something is missing.
 */
export function screenOf(
  answers: Answers,
  { at, asked }: { readonly at?: unknown; readonly asked?: unknown }
): { readonly show: Question | 'summary'; readonly errors: AskErrors } {
  const wanted = oneOf(questions, at);
  if (wanted) return { show: wanted, errors: {} };
  const missing = questions.find((question) => !isAnswered(question, answers));
  if (!missing) return { show: 'summary', errors: {} };
  return { show: missing, errors: missing === asked ? errorsOf(missing, answers) : {} };
}

/** The whole request, or one error for each answer that needs mending. */
export function toAsk(answers: Answers): Result<Ask, AskErrors> {
  const errors = questions.reduce<AskErrors>(
    (all, question) => ({ ...all, ...errorsOf(question, answers) }),
    {}
  );
  const { topic, family, venue } = answers;
  if (Object.keys(errors).length > 0 || !topic || !family || !venue) return err(errors);
  return ok({
    topic,
    phoneFamily: family,
    venueId: venue,
    times: answers.times,
    needs: answers.needs,
    contact: contactOf(answers),
    note: answers.note || null
  });
}

/**
 * A wish to be rung about something for the desk only: no more is asked than who and where.
 * @returns one error for each answer that needs mending.
 */
export function toDeskCall(answers: Answers): Result<Ask, AskErrors> {
  const calling: Answers = { ...answers, reach: 'phone' };
  const errors = { ...errorsOf('venue', calling), ...errorsOf('contact', calling) };
  const { topic, venue } = answers;
  if (Object.keys(errors).length > 0 || !isDeskOnly(topic) || !venue) return err(errors);
  return ok({
    topic,
    phoneFamily: 'unknown',
    venueId: venue,
    times: [],
    needs: [],
    contact: contactOf(calling),
    note: null
  });
}

const FIELDS: Readonly<Record<Question, readonly (keyof Answers)[]>> = {
  topic: ['topic'],
  family: ['family'],
  venue: ['venue'],
  times: ['times'],
  needs: ['needs', 'needsAsked'],
  contact: ['reach', 'kana', 'name', 'phone'],
  note: ['note', 'noteAsked']
};

/** The answers to other questions, as a form or an address carries them along. */
export function carriedFields(
  answers: Answers,
  asking: Question | undefined
): readonly (readonly [name: string, value: string])[] {
  const names = questions
    .filter((question) => question !== asking)
    .flatMap((question) => FIELDS[question]);
  return [...names, 'key' as const].flatMap((name): [string, string][] => {
    const value = answers[name];
    if (value === undefined || value === '' || value === false) return [];
    if (value === true) return [[name, '1']];
    return [value].flat().map((one) => [name, one]);
  });
}

/** Where 「もどる」 leads from a question whose answers stand in the address; nothing before the first. */
export function addressBefore(answers: Answers, question: Question): string | undefined {
  const before = questions[questions.indexOf(question) - 1];
  if (!before) return undefined;
  const carried = carriedFields(answers, undefined).map(([name, value]): [string, string] => [
    name,
    value
  ]);
  const query = new URLSearchParams([...carried, ['at', before]]);
  query.delete('key');
  return `?${query}`;
}

/** True for what never goes to the board. */
export function isDeskOnly(topic: string | undefined): topic is DeskOnlyTopic {
  return oneOf(deskOnlyTopics, topic) !== undefined;
}

function isAnswered(question: Question, answers: Answers): boolean {
  if (question === 'needs') return answers.needsAsked;
  if (question === 'note' && !answers.noteAsked) return false;
  return Object.keys(errorsOf(question, answers)).length === 0;
}

export function errorsOf(question: Question, answers: Answers): AskErrors {
  switch (question) {
    case 'topic':
    case 'family':
    case 'venue':
      return answers[question] ? {} : { [question]: `choose-${question}` };
    case 'times':
      return answers.times.length > 0 ? {} : { times: 'choose-times' };
    case 'needs':
      return {};
    case 'contact':
      return contactErrorsOf(answers);
    case 'note':
      return noteErrorsOf(answers.note);
  }
}

function contactErrorsOf({ reach, kana, name, phone }: Answers): AskErrors {
  if (!reach) return { reach: 'choose-reach' };
  if (reach === 'nameless') return {};
  const errors: AskErrors = {};
  if (!kana) errors.kana = 'kana-missing';
  else if (kana.length > LONGEST_NAME) errors.kana = 'too-long';
  else if (!isKana(kana)) errors.kana = 'kana-wrong';
  if (!name) errors.name = 'name-missing';
  else if (name.length > LONGEST_NAME) errors.name = 'too-long';
  if (phone && !toPhoneDigits(phone)) errors.phone = 'phone-wrong';
  if (!phone && reach === 'phone') errors.phone = 'phone-missing';
  return errors;
}

function noteErrorsOf(note: string): AskErrors {
  if (note.length > LONGEST_NOTE) return { note: 'too-long' };
  const [guarded] = findGuarded(note);
  return guarded ? { note: `guard-${guarded}` } : {};
}

function contactOf({ reach, kana, name, phone }: Answers): Contact {
  if (reach !== 'phone' && reach !== 'desk') return { kind: 'nameless' };
  return { kind: 'named', kana: toHiragana(kana), name, phone: toPhoneDigits(phone), way: reach };
}

function oneOf<Code extends string>(codes: readonly Code[], value: unknown): Code | undefined {
  return codes.find((code) => code === value);
}
