import type {
  AgeBand,
  Channel,
  Need,
  PhoneFamily,
  TellingWay
} from '#features/people/domain/person.ts';
import {
  asksWhereLiving,
  waysFor,
  type ApplicationFields,
  type FieldErrors,
  type FormOf
} from './application.ts';

/** How a form reaches the desk; the web has its own. */
export const deskChannels = [
  'phone',
  'counter',
  'paper',
  'fax',
  'post'
] as const satisfies readonly Channel[];
export type DeskChannel = (typeof deskChannels)[number];

/** The lines of the paper form, and of the screen that repeats it; the numbers are printed on both. */
const formLines = [
  'kana',
  'name',
  'phone',
  'town',
  'age',
  'livesHere',
  'phoneFamily',
  'loanPhone',
  'companions',
  'way',
  'needs',
  'helper'
] as const;
export type FormLine = (typeof formLines)[number];

/** The number of each line, from 1; a line that this workshop does not ask has none. */
export function lineNumbersOf(form: FormOf): ReadonlyMap<FormLine, number> {
  const asked = formLines.filter((line) => {
    if (line === 'livesHere') return asksWhereLiving(form);
    return line !== 'loanPhone' || form.loanPhones > 0;
  });
  return new Map(asked.map((line, index) => [line, index + 1]));
}

/** A form as typed by a clerk, in the order of the paper form. */
export type TypedEntry = ApplicationFields & {
  readonly channel: DeskChannel | '';
  readonly town: string;
  /** The year of birth as it was told; only its band is kept. */
  readonly birth: string;
  /** Made with the form, so that pressing twice is one sign-up. */
  readonly key: string;
  /** The kana or telephone that known people were looked for by; empty before. */
  readonly searched: string;
  /** What the clerk has looked at under 「同じ方かもしれません」; empty before. */
  readonly looked: string;
  /** The person the clerk has chosen; empty for somebody new. */
  readonly known: string;
};

export type EntryErrors = FieldErrors & {
  readonly channel?: 'channelNotChosen';
  readonly birth?: 'birthNotAYear';
};

/** What is known of a chosen person, from earlier applications. */
export type KnownAnswers = {
  readonly kana: string;
  readonly name: string;
  readonly phone: string | null;
  readonly town: string | null;
  readonly ageBand: AgeBand;
  readonly phoneFamily: PhoneFamily;
  readonly way: TellingWay;
  /** The newest address they gave for mails. */
  readonly mail: string | null;
  /** As asked for the last time. */
  readonly needs: readonly Need[];
};

/**
 * What the clerk searches for, or `undefined` when the form is to be read: nothing but the first letters
 * of the kana, or nothing but a telephone number, and not searched before.
 */
export function searchedBy(typed: TypedEntry): 'kana' | 'phone' | undefined {
  const { known, searched, noPhone, name, town } = typed;
  if (known || searched || noPhone || name || town) return undefined;
  if (typed.kana !== '' && typed.phone === '') return 'kana';
  return typed.kana === '' && typed.phone !== '' ? 'phone' : undefined;
}

/** Fills in what a known person told before; what was typed today stays. */
export function fillFromKnown(
  typed: TypedEntry,
  known: KnownAnswers,
  form: Pick<FormOf, 'offersMail'> = {}
): TypedEntry {
  const phone = typed.phone || (known.phone ?? '');
  const noPhone = phone === '' ? 'yes' : typed.noPhone;
  const mail = typed.mail || (known.mail ?? '');
  const ways = waysFor({ noPhone }, form).filter((way) => way !== 'mail' || mail !== '');
  return {
    ...typed,
    kana: known.kana,
    name: typed.name || known.name,
    phone: typed.noPhone === '' ? phone : '',
    noPhone,
    town: typed.town || (known.town ?? ''),
    ageBand: typed.ageBand === 'not-told' && typed.birth === '' ? known.ageBand : typed.ageBand,
    phoneFamily: typed.phoneFamily === 'unknown' ? known.phoneFamily : typed.phoneFamily,
    needs: typed.needs.length > 0 ? typed.needs : known.needs,
    way: ways.find((way) => way === known.way) ?? ways[0] ?? 'desk',
    mail
  };
}
