import { helpTimes, topics, type HelpTime, type Topic } from '#features/board/domain/request.ts';
import { phoneFamilies, type PhoneFamily } from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { isKana, toHiragana } from '#shared/text/kana.ts';
import { toPhoneDigits } from '#shared/text/phone.ts';

/**
 * What Tokyo asks of whoever becomes a supporter: 18 or older; living, working or studying in Tokyo;
 * using a phone every day.
 *
 * Source: sumasapo.metro.tokyo.lg.jp/qa.html
 */
export const conditions = ['adult', 'tokyo', 'daily'] as const;
export type Condition = (typeof conditions)[number];

/** Whether the certificate of the eleven courses is there; it is looked at later, at the counter. */
export const certificates = ['have', 'learning', 'not-yet'] as const;
export type Certificate = (typeof certificates)[number];

/** In what help can be given; `sign` is Japanese sign language. */
export const helpLanguages = ['ja', 'en', 'zh', 'ko', 'sign'] as const;
export type HelpLanguage = (typeof helpLanguages)[number];

/** The phones somebody can help with: whoever asks may have none or not know, a supporter does. */
export const knownFamilies = phoneFamilies.filter(
  (family) => family !== 'none' && family !== 'unknown'
);

export const monthlyLimits = [1, 2, 3, 4, 6, 8] as const;

/** How the desk reaches whoever applies. */
export const reaches = ['phone', 'desk'] as const;
export type Reach = (typeof reaches)[number];

/** The questions, one a screen, in their order. */
export const questions = [
  'who',
  'certificate',
  'families',
  'topics',
  'languages',
  'venues',
  'times',
  'month',
  'contact'
] as const;
export type Question = (typeof questions)[number];

/** A submitted form. */
export type Fields = {
  readonly get: (name: string) => unknown;
  readonly getAll: (name: string) => readonly unknown[];
};

/** The answers so far: codes that are known, and texts as they were typed. */
export type Answers = {
  readonly who: readonly Condition[];
  readonly certificate: Certificate | undefined;
  readonly families: readonly PhoneFamily[];
  readonly topics: readonly Topic[];
  readonly languages: readonly HelpLanguage[];
  readonly venues: readonly string[];
  readonly times: readonly HelpTime[];
  readonly month: string;
  readonly reach: Reach | undefined;
  readonly kana: string;
  readonly name: string;
  readonly phone: string;
  /** Made with the form: sent twice, it is one application. */
  readonly key: string | undefined;
};

/** A complete, checked application. */
export type Application = {
  readonly certificate: Certificate;
  readonly families: readonly PhoneFamily[];
  readonly topics: readonly Topic[];
  readonly languages: readonly HelpLanguage[];
  readonly venues: readonly string[];
  readonly times: readonly HelpTime[];
  readonly monthlyLimit: number;
  readonly kana: string;
  readonly name: string;
  /** Digits with a leading 0. */
  readonly phone: string | undefined;
  readonly way: Reach;
};

export type ApplicationField = Question | 'reach' | 'kana' | 'name' | 'phone';
export type ApplicationErrorCode =
  | `choose-${Exclude<Question, 'contact'> | 'reach'}`
  | 'kana-missing'
  | 'kana-wrong'
  | 'name-missing'
  | 'phone-missing'
  | 'phone-wrong'
  | 'too-long';
export type ApplicationErrors = Partial<Record<ApplicationField, ApplicationErrorCode>>;

export const LONGEST_NAME = 60;
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads what a form holds; what is no known code counts as not answered. */
export function readAnswers(fields: Fields, venueIds: readonly string[]): Answers {
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const several = <Code extends string>(name: string, codes: readonly Code[]): readonly Code[] => {
    const values = fields.getAll(name);
    return codes.filter((code) => values.includes(code));
  };
  const key = text('key');
  const month = text('month');
  return {
    who: several('who', conditions),
    certificate: certificates.find((one) => one === text('certificate')),
    families: several('families', knownFamilies),
    topics: several('topics', topics),
    languages: several('languages', helpLanguages),
    venues: several('venues', venueIds),
    times: several('times', helpTimes),
    month: monthlyLimits.some((limit) => String(limit) === month) ? month : '',
    reach: reaches.find((one) => one === text('reach')),
    kana: cleanLine(text('kana')),
    name: cleanLine(text('name')),
    phone: cleanLine(text('phone')),
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
): { readonly show: Question | 'summary'; readonly errors: ApplicationErrors } {
  const wanted = questions.find((question) => question === at);
  if (wanted) return { show: wanted, errors: {} };
  const missing = questions.find((one) => Object.keys(errorsOf(one, answers)).length > 0);
  if (!missing) return { show: 'summary', errors: {} };
  return { show: missing, errors: missing === asked ? errorsOf(missing, answers) : {} };
}

/** The whole application, or one error for each answer that needs mending. */
export function toApplication(answers: Answers): Result<Application, ApplicationErrors> {
  const errors = questions.reduce<ApplicationErrors>(
    (all, question) => ({ ...all, ...errorsOf(question, answers) }),
    {}
  );
  const { certificate, reach } = answers;
  if (Object.keys(errors).length > 0 || !certificate || !reach) return err(errors);
  return ok({
    certificate,
    families: answers.families,
    topics: answers.topics,
    languages: answers.languages,
    venues: answers.venues,
    times: answers.times,
    monthlyLimit: Number(answers.month),
    kana: toHiragana(answers.kana),
    name: answers.name,
    phone: toPhoneDigits(answers.phone),
    way: reach
  });
}

/** The answers to other questions, as a form carries them along. */
export function carriedFields(
  answers: Answers,
  asking: Question | undefined
): readonly (readonly [name: string, value: string])[] {
  const { key, reach, kana, name, phone, month, certificate, ...several } = answers;
  const contact = asking === 'contact' ? {} : { reach, kana, name, phone };
  return Object.entries({ key, month, certificate, ...several, ...contact }).flatMap(
    ([field, value]): [string, string][] =>
      field === asking || value === undefined || value === ''
        ? []
        : [value].flat().map((one) => [field, one])
  );
}

function errorsOf(question: Question, answers: Answers): ApplicationErrors {
  switch (question) {
    case 'who':
      return answers.who.length === conditions.length ? {} : { who: 'choose-who' };
    case 'certificate':
    case 'month':
      return answers[question] ? {} : { [question]: `choose-${question}` };
    case 'families':
    case 'topics':
    case 'languages':
    case 'venues':
    case 'times':
      return answers[question].length > 0 ? {} : { [question]: `choose-${question}` };
    case 'contact':
      return contactErrorsOf(answers);
  }
}

function contactErrorsOf({ reach, kana, name, phone }: Answers): ApplicationErrors {
  const errors: ApplicationErrors = {};
  if (!reach) errors.reach = 'choose-reach';
  if (!kana) errors.kana = 'kana-missing';
  else if (kana.length > LONGEST_NAME) errors.kana = 'too-long';
  else if (!isKana(kana)) errors.kana = 'kana-wrong';
  if (!name) errors.name = 'name-missing';
  else if (name.length > LONGEST_NAME) errors.name = 'too-long';
  if (phone && !toPhoneDigits(phone)) errors.phone = 'phone-wrong';
  if (!phone && reach === 'phone') errors.phone = 'phone-missing';
  return errors;
}
