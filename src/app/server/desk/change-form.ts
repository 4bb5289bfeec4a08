import type { WantedChange } from '../change-session.ts';
import { lineOf } from '../read-form.ts';
import { instantOf, type Instant } from '#shared/time/instant.ts';

/** Every field as typed, so that a form with a mistake comes back whole. */
export type TypedChange = Readonly<
  Record<
    | 'date'
    | 'begin'
    | 'end'
    | 'venueId'
    | 'roomId'
    | 'bringJa'
    | 'bringEn'
    | 'reasonJa'
    | 'reasonEn',
    string
  >
>;

const LONGEST = 400;

/** Reads the form of a change; a day or an hour that is none answers `undefined`. */
export function readChangeForm(form: FormData): {
  readonly typed: TypedChange;
  readonly what: WantedChange | undefined;
} {
  const text = (name: string) => lineOf(form, name, LONGEST);
  const typed: TypedChange = {
    ...{ date: text('date'), begin: text('begin'), end: text('end'), venueId: text('venueId') },
    ...{ roomId: text('roomId'), bringJa: text('bringJa'), bringEn: text('bringEn') },
    ...{ reasonJa: text('reasonJa'), reasonEn: text('reasonEn') }
  };
  const reason = { ja: typed.reasonJa, en: typed.reasonEn };
  if (form.get('kind') === 'cancelled') return { typed, what: { kind: 'cancelled', reason } };

  const startsAt = instantAt(typed.date, typed.begin);
  const endsAt = instantAt(typed.date, typed.end);
  if (startsAt === undefined || endsAt === undefined) return { typed, what: undefined };
  const { venueId, bringJa } = typed;
  const roomId = typed.roomId || undefined;
  const bringEn = typed.bringEn || bringJa;
  return {
    typed,
    what: { kind: 'changed', reason, to: { startsAt, endsAt, venueId, roomId, bringJa, bringEn } }
  };
}

/** A day and a clock time of the form, or `undefined` when they are none (31 February). */
function instantAt(date: string, time: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    return undefined;
  }
  const at = instantOf(date, time);
  const isDay = Number.isFinite(at) && new Date(`${date}T00:00:00Z`).toJSON().startsWith(date);
  return isDay ? at : undefined;
}
