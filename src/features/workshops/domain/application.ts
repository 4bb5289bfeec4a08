import * as v from 'valibot';
import {
  ageBands,
  needs,
  phoneFamilies,
  type AgeBand,
  type Need,
  type PhoneFamily,
  type TellingWay
} from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { isKana, toHiragana } from '#shared/text/kana.ts';
import { toMailAddress } from '#shared/text/mail-address.ts';
import { toPhoneDigits } from '#shared/text/phone.ts';
import { relations, type Helper, type Relation } from './helper.ts';
import type { LotteryRules } from './lottery.ts';

/** The most people who come along with an applicant. */
export const MOST_COMPANIONS = 3;

/** What somebody applies with, whatever the channel. */
export type Application = {
  /** Hiragana. */
  readonly kana: string;
  /** As the person writes it; their kana when they gave nothing else. */
  readonly name: string;
  /** Digits with a leading 0; `undefined` for people without a telephone. */
  readonly phone: string | undefined;
  /** The district (町名); not asked on the web. */
  readonly town: string | undefined;
  readonly ageBand: AgeBand;
  /** Lives in the city; asked only where the lottery's rules look at it. */
  readonly livesHere?: boolean | undefined;
  readonly phoneFamily: PhoneFamily;
  readonly wantsLoanPhone: boolean;
  readonly companions: number;
  readonly needs: readonly Need[];
  readonly way: TellingWay;
  /** Where mails about this application go; absent for every other way. */
  readonly mail?: string;
  /** Who applies in this person's stead; absent for those who apply themselves. */
  readonly helper?: Helper;
};

/** The answers of the form as typed and carried from step to step; all text. */
export type ApplicationFields = {
  readonly kana: string;
  readonly name: string;
  /** `yes`: somebody applies for this person. */
  readonly forOther: string;
  readonly helperName: string;
  readonly relation: string;
  readonly phone: string;
  readonly noPhone: string;
  readonly ageBand: string;
  readonly livesHere: string;
  readonly phoneFamily: string;
  readonly loanPhone: string;
  readonly companions: string;
  readonly needs: readonly string[];
  readonly way: string;
  readonly mail: string;
};
export type ApplicationField = keyof ApplicationFields;

export const emptyFields: ApplicationFields = {
  kana: '',
  name: '',
  forOther: '',
  helperName: '',
  relation: '',
  phone: '',
  noPhone: '',
  ageBand: '',
  livesHere: '',
  phoneFamily: '',
  loanPhone: '',
  companions: '',
  needs: [],
  way: '',
  mail: ''
};

/** Each is one sentence under `workshops.apply.errors`. */
type FieldError =
  | 'kanaEmpty'
  | 'kanaNotKana'
  | 'kanaTooLong'
  | 'nameNotLetters'
  | 'nameTooLong'
  | 'helperEmpty'
  | 'relationNotChosen'
  | 'phoneEmpty'
  | 'phoneNotANumber'
  | 'phoneOrNone'
  | 'ageBandNotChosen'
  | 'livesHereNotChosen'
  | 'phoneFamilyNotChosen'
  | 'loanPhoneNotChosen'
  | 'companionsNotChosen'
  | 'companionsOverChairs'
  | 'needsUnknown'
  | 'wayNotChosen'
  | 'mailEmpty'
  | 'mailNotAnAddress';
export type FieldErrors = Partial<Record<ApplicationField, FieldError>>;

/** Ways that a form offers; a letter needs an address, which the desk asks. */
export type FormWay = Extract<TellingWay, 'phone' | 'mail' | 'desk'>;

/** The ways that are open to somebody: no call without a telephone, no mail where the server sends none. */
export function waysFor(
  { noPhone }: Pick<ApplicationFields, 'noPhone'>,
  { offersMail = false }: Pick<FormOf, 'offersMail'>
): readonly FormWay[] {
  return [
    ...(noPhone === SAID_YES ? [] : ['phone' as const]),
    ...(offersMail ? ['mail' as const] : []),
    'desk'
  ];
}

const LONGEST_KANA = 40;
const LONGEST_NAME = 40;
const SAID_YES = 'yes';

const error = <Type extends FieldError>(type: Type): Type => type;

const Kana = v.pipe(
  v.string(),
  v.transform(cleanLine),
  v.nonEmpty(error('kanaEmpty')),
  v.maxLength(LONGEST_KANA, error('kanaTooLong')),
  v.check(isKana, error('kanaNotKana')),
  v.transform(toHiragana)
);
const Name = v.pipe(
  v.string(),
  v.transform(cleanLine),
  v.maxLength(LONGEST_NAME, error('nameTooLong')),
  v.regex(/^[\p{L}\p{M}\s・.'’-]*$/u, error('nameNotLetters'))
);
const HelperName = v.pipe(Name, v.nonEmpty(error('helperEmpty')));
const Phone = v.pipe(
  v.string(),
  v.nonEmpty(error('phoneEmpty')),
  v.transform(toPhoneDigits),
  v.string(error('phoneNotANumber'))
);
const NoPhone = v.pipe(
  v.literal('', error('phoneOrNone')),
  v.transform(() => undefined)
);
const Mail = v.pipe(
  v.string(),
  v.transform(cleanLine),
  v.nonEmpty(error('mailEmpty')),
  v.transform(toMailAddress),
  v.string(error('mailNotAnAddress'))
);
const Companions = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[0-${MOST_COMPANIONS}]$`), error('companionsNotChosen')),
  v.transform(Number)
);

/** What there is to answer besides the typed text: a class without loan phones does not ask for one. */
export type FormOf = {
  readonly loanPhones: number;
  readonly lottery?: { readonly rules: LotteryRules } | undefined;
  /** False or absent where the server sends no mail: it is no way of being told then. */
  readonly offersMail?: boolean | undefined;
};

/** Where somebody lives is asked only where a rule looks at it. */
export function asksWhereLiving({ lottery }: FormOf): boolean {
  return lottery?.rules.priorities.resident !== undefined;
}

/** Reads a whole form; every wrong answer is told at once, each by one sentence. */
export function readApplication(
  fields: ApplicationFields,
  form: FormOf
): Result<Application, FieldErrors> {
  const hasNoPhone = fields.noPhone === SAID_YES;
  const hasHelper = fields.forOther === SAID_YES;
  const asksLoan = form.loanPhones > 0;
  const asksLiving = asksWhereLiving(form);
  const ways = waysFor(fields, form);
  const asksMail = fields.way === 'mail' && ways.includes('mail');
  const answers = v.safeParse(
    v.object({
      kana: Kana,
      name: Name,
      helperName: hasHelper ? HelperName : v.string(),
      relation: hasHelper ? v.picklist(relations, error('relationNotChosen')) : v.string(),
      phone: hasNoPhone ? NoPhone : Phone,
      ageBand: v.picklist(ageBands, error('ageBandNotChosen')),
      livesHere: asksLiving ? v.picklist(['yes', 'no'], error('livesHereNotChosen')) : v.string(),
      phoneFamily: v.picklist(phoneFamilies, error('phoneFamilyNotChosen')),
      loanPhone: asksLoan ? v.picklist(['yes', 'no'], error('loanPhoneNotChosen')) : v.string(),
      companions: Companions,
      needs: v.array(v.picklist(needs, error('needsUnknown'))),
      way: ways.length > 1 ? v.picklist(ways, error('wayNotChosen')) : v.string(),
      mail: asksMail ? Mail : v.string()
    }),
    { ...fields, phone: cleanLine(fields.phone) }
  );
  if (!answers.success) return err(errorsOf(answers.issues));

  const { kana, name, phone, ageBand, livesHere, phoneFamily } = answers.output;
  const { loanPhone, companions, way, helperName, relation, mail } = answers.output;
  return ok({
    kana,
    name: name || kana,
    phone,
    town: undefined,
    ageBand,
    ...(asksLiving ? { livesHere: livesHere === SAID_YES } : {}),
    phoneFamily,
    wantsLoanPhone: asksLoan && loanPhone === SAID_YES,
    companions,
    needs: needs.filter((need) => answers.output.needs.includes(need)),
    way: ways.find((known) => known === way) ?? 'desk',
    ...(asksMail ? { mail } : {}),
    ...(hasHelper ? { helper: { name: helperName, relation: relation as Relation } } : {})
  });
}

function errorsOf(issues: readonly v.BaseIssue<unknown>[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) {
    const field = path?.[0]?.key as ApplicationField;
    errors[field] ??= message as FieldError;
  }
  return errors;
}

/**
 * What was applied for, as one text: two applications are the same exactly when these are equal.
 * Lists are in the order of their codes, so the order of ticking does not matter.
 */
export function contentOf(workshopId: string, application: Application): string {
  return JSON.stringify([
    workshopId,
    application.kana,
    application.name,
    application.phone ?? null,
    application.town ?? null,
    application.ageBand,
    application.phoneFamily,
    application.wantsLoanPhone,
    application.companions,
    needs.filter((need) => application.needs.includes(need)),
    application.way,
    ...(application.livesHere === undefined ? [] : [application.livesHere]),
    ...(application.mail === undefined ? [] : [application.mail]),
    ...(application.helper ? [application.helper.name, application.helper.relation] : [])
  ]);
}
