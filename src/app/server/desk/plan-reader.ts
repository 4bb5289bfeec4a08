import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import {
  hosts,
  quotaFamilies,
  usualArrangement,
  type Arrangement
} from '#features/workshops/domain/arrangement.ts';
import { selections, workshopKinds, type Selection } from '#features/workshops/domain/workshop.ts';
import type { SeriesPlan } from '#features/workshops/domain/series.ts';
import { instantOf, type Instant } from '#shared/time/instant.ts';

/** Every field as typed, so that a form with a mistake comes back whole. */
export type TypedPlan = Readonly<Record<string, string>>;

/** Names of fields that cannot be understood; each is one sentence on the page. */
export type PlanFormErrors = Readonly<Record<string, 'missing' | 'not-a-number' | 'not-a-time'>>;

/** Reads the fields of a plan one by one, and remembers what was typed and what could not be understood. */
export class PlanReader {
  readonly typed: Record<string, string> = {};
  readonly errors: Record<string, PlanFormErrors[string]> = {};
  readonly #form: FormData;

  constructor(form: FormData) {
    this.#form = form;
  }

  get isSound(): boolean {
    return Object.keys(this.errors).length === 0;
  }

  text(name: string, required = true, longest = 400): string {
    const value = lineOf(this.#form, name, longest);
    this.typed[name] = value;
    if (required && value === '') this.errors[name] = 'missing';
    return value;
  }

  /** A whole number; where `usual` is told, an empty line means it. */
  number(name: string, usual?: number): number {
    const isEmpty = this.text(name, false) === '';
    if (isEmpty && usual !== undefined) return usual;
    const value = wholeNumberOf(this.#form, name);
    if (value === undefined) this.errors[name] = 'not-a-number';
    return value ?? 0;
  }

  choice<Code extends string>(name: string, known: readonly Code[], usual: Code): Code {
    const chosen = codeOf(this.#form, name, known) ?? usual;
    this.typed[name] = chosen;
    return chosen;
  }

  /** The numbers that are ticked, of those from 1 to `most`. */
  ticked(name: string, most: number): readonly number[] {
    const values = this.#form.getAll(name);
    const numbers = Array.from({ length: most }, (_, index) => index + 1);
    const chosen = numbers.filter((number) => values.includes(String(number)));
    this.typed[name] = chosen.join(' ');
    return chosen;
  }

  /** A clock time, `10:00`. */
  clock(name: string): string {
    const time = this.text(name);
    if (!isClockTime(time)) this.errors[name] = 'not-a-time';
    return time;
  }

  /** A day and a clock time in two fields, `<name>Date` and `<name>Time`. */
  moment(name: string): Instant {
    const at = instantAt(this.text(`${name}Date`), this.text(`${name}Time`));
    if (at === undefined) this.errors[`${name}Date`] = 'not-a-time';
    return at ?? 0;
  }
}

/** What a single workshop and a series have in common. */
export function readTemplate(reader: PlanReader): SeriesPlan['template'] {
  const titleJa = reader.text('titleJa');
  const aboutJa = reader.text('aboutJa');
  const bringJa = reader.text('bringJa', false);
  const selection = reader.choice('selection', selections, 'first-come');
  return {
    kind: reader.choice('kind', workshopKinds, 'class'),
    titleJa,
    titleEn: reader.text('titleEn', false) || titleJa,
    aboutJa,
    aboutEn: reader.text('aboutEn', false) || aboutJa,
    bringJa,
    bringEn: reader.text('bringEn', false) || bringJa,
    venueId: reader.text('venueId'),
    roomId: reader.text('roomId', false) || undefined,
    seats: reader.number('seats'),
    roomChairs: reader.number('roomChairs'),
    longestLine: reader.number('longestLine'),
    loanPhones: reader.number('loanPhones'),
    selection,
    state: reader.choice('state', ['open', 'draft'] as const, 'open'),
    arrangement: readArrangement(reader, selection)
  };
}

const NO_LIMIT = -1;

function readArrangement(reader: PlanReader, selection: Selection): Arrangement {
  const isFirstCome = selection === 'first-come';
  const seatsPerYear = isFirstCome ? reader.number('seatsPerYear', NO_LIMIT) : NO_LIMIT;
  const usual = usualArrangement;
  const quotas = quotaFamilies.flatMap((family) => {
    const seats = reader.number(`quota-${family}`, 0);
    return seats > 0 ? [[family, seats] as const] : [];
  });
  return {
    host: reader.choice('host', hosts, usual.host),
    hostName: reader.text('hostName', false, 60),
    lecturers: reader.text('lecturers', false, 120),
    peoplePerSupporter: reader.number('peoplePerSupporter', usual.peoplePerSupporter),
    supporters: reader.number('supporters', usual.supporters),
    extraSeats: reader.number('extraSeats', usual.extraSeats),
    phoneQuotas: Object.fromEntries(quotas),
    dividesByPhone: reader.choice('divides', ['no', 'yes'] as const, 'no') === 'yes',
    ...(seatsPerYear === NO_LIMIT ? {} : { seatsPerYear })
  };
}

/** A code as typed: Ｓ２０ and s20 are S20. */
export function readCode(reader: PlanReader, name: string): string {
  return reader.text(name).normalize('NFKC').toUpperCase();
}

/** A day and a clock time of the form, or `undefined` when they are none (31 February). */
export function instantAt(date: string, time: string): Instant | undefined {
  return isDay(date) && isClockTime(time) ? instantOf(date, time) : undefined;
}

/** Whether a text is a day that the calendar has. */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === date;
}

function isClockTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
