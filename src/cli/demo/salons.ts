import { planWorkshop } from '#app/server/plan-workshop.ts';
import type { City } from '#city/city.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import {
  addDays,
  DAY_MS,
  HOUR_MS,
  instantOf,
  localDateOf,
  MINUTE_MS,
  nthWeekdayOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import type { DemoTablet } from './attendance.ts';
import { pick } from './people.ts';

/** The n-th weekday of each month on which a hall has its 相談会 (0 is Sunday). */
const RHYTHM = [
  { venueId: 'sayama', nth: 1, weekday: 2 },
  { venueId: 'zoshiki', nth: 2, weekday: 4 },
  { venueId: 'kamikitadai', nth: 2, weekday: 2 },
  { venueId: 'chuo', nth: 3, weekday: 3 },
  { venueId: 'nangai', nth: 4, weekday: 2 }
] as const;

const MONTHS_BACK = 12;
const MONTHS_AHEAD = 6;
const DAYS_BACK = 365;
const FEWEST_VISITORS = 3;
const PHONES = ['kantan', 'android', 'iphone', 'kantan', 'garakei', 'android'] as const;
const AGES = ['75-84', '65-74', '85-over', '75-84', 'not-told'] as const;

type Salon = { readonly date: LocalDate; readonly venueId: string };

/** Every monthly 相談会 of the past year and the next half year, with those who came to the past ones. */
export async function fillSalons(
  { db, city, now }: { readonly db: Db; readonly city: City; readonly now: Instant },
  tablet: DemoTablet
): Promise<void> {
  const salons = salonsAround(localDateOf(now), city);
  const planned = await Promise.all(
    salons.map(async (salon, index) => {
      const answer = await planWorkshop(db, planOf(salon, index + 1));
      if (!answer.ok) throw new Error(`the demonstration's salon is refused: ${answer.error.type}`);
      return { salon, index, sessionId: answer.value.sessionIds[0] ?? '' };
    })
  );
  for (const { salon, index, sessionId } of planned) {
    if (salon.date < localDateOf(now)) writeVisitors(tablet, sessionId, salon.date, index);
  }
}

function salonsAround(today: LocalDate, city: City): readonly Salon[] {
  const known = new Set(city.venues.map(({ id }) => id));
  const [year = 0, month = 0] = today.split('-').map(Number);
  const salons: Salon[] = [];
  for (let offset = -MONTHS_BACK; offset <= MONTHS_AHEAD; offset++) {
    const months = year * 12 + month - 1 + offset;
    const inMonth = { year: Math.floor(months / 12), month: (months % 12) + 1 };
    for (const { venueId, nth, weekday } of RHYTHM) {
      const date = nthWeekdayOf(inMonth, nth, weekday);
      if (date && known.has(venueId) && date > addDays(today, -DAYS_BACK)) {
        salons.push({ date, venueId });
      }
    }
  }
  return salons.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function planOf(
  { date, venueId }: Salon,
  number: number
): WorkshopPlan & { readonly now: Instant } {
  const startsAt = instantOf(date, '10:00');
  return {
    code: `S${number}`,
    kind: 'salon',
    titleJa: 'スマホ相談会',
    titleEn: 'Smartphone consultation',
    aboutJa: 'サポーターが、おひとりずつお話をうかがいます。約30分です。',
    aboutEn: 'A supporter sits down with you, one to one, for about 30 minutes.',
    bringJa: '聞きたいことのメモ',
    bringEn: 'A note of what you want to ask',
    venueId,
    seats: 8,
    roomChairs: 20,
    longestLine: 0,
    loanPhones: 0,
    selection: 'none',
    opensAt: startsAt - 30 * DAY_MS,
    closesAt: startsAt + 2 * HOUR_MS,
    state: 'open',
    sessions: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }],
    now: startsAt - 60 * DAY_MS
  };
}

/** Between three and eight visitors who gave no name, as most do at a salon. */
function writeVisitors(
  tablet: DemoTablet,
  sessionId: string,
  date: LocalDate,
  index: number
): void {
  const visitors = FEWEST_VISITORS + ((index * 5) % 6);
  for (let visitor = 0; visitor < visitors; visitor++) {
    tablet.write(
      sessionId,
      'attend.walkin',
      newId(),
      {
        kana: '',
        name: '',
        ageBand: pick(AGES, index + visitor),
        phoneFamily: pick(PHONES, index * 3 + visitor),
        overCapacity: ''
      },
      instantOf(date, '10:00') + visitor * 12 * MINUTE_MS
    );
  }
}
