import { makeSeries, previewSeries } from '#app/server/plan-series.ts';
import { insertRoom, keepClosure } from '#features/places/server/venues.ts';
import type { City } from '#city/city.ts';
import type { SeriesPlan } from '#features/workshops/domain/series.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';

const SATURDAY = 6;
const YEAR_END = ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'] as const;

type Around = { readonly db: Db; readonly city: City; readonly now: Instant };

/** Rooms, the rest at the year's end, and half a year of 取得会 that still wait to be published. */
export async function fillSeries({ db, city, now }: Around): Promise<void> {
  const [year = 0, month = 0] = localDateOf(now).split('-').map(Number);
  await inTransaction(db, async (tx) => {
    for (const { id } of city.venues) {
      const name = { ja: '学習室', en: 'Study room' };
      await insertRoom(tx, { venueId: id, name, chairs: 30 });
      for (const day of YEAR_END) {
        const date = `${day.startsWith('12') ? year : year + 1}-${day}`;
        await keepClosure(tx, { venueId: id, date, reason: '年末年始' });
      }
    }
  });

  const plan: SeriesPlan = {
    template: trainingAt(city.venues[0]?.id ?? ''),
    firstCode: 'K1',
    rhythm: { nths: [1, 3], weekday: SATURDAY },
    from: { year, month },
    months: 6,
    rule: 'next-open-day',
    grouping: 'month',
    begins: '13:30',
    ends: '16:00',
    signUp: { opensDays: 35, opensTime: '08:30', closesDays: 3, closesTime: '17:00' }
  };
  const preview = await previewSeries(db, plan, now);
  if (!preview.ok) throw new Error(`the demonstration's series is refused: ${preview.error.type}`);
  await makeSeries(db, { id: newId(), plan, seen: preview.value.mark, now });
}

function trainingAt(venueId: string): SeriesPlan['template'] {
  return {
    kind: 'training',
    titleJa: 'スマホサポーターになる会',
    titleEn: 'Becoming a smartphone supporter',
    aboutJa: '11の講座を、いっしょに受けます。',
    aboutEn: 'We take the eleven courses together.',
    bringJa: 'ふだんお使いのスマホ',
    bringEn: 'The phone you use',
    venueId,
    seats: 12,
    roomChairs: 20,
    longestLine: 4,
    loanPhones: 0,
    selection: 'first-come',
    state: 'draft'
  };
}
