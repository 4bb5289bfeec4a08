import { applyAsSupporter } from '#app/server/supporters/apply-as-supporter.ts';
import { approve, noteSeen } from '#app/server/supporters/check-file.ts';
import type { City } from '#city/city.ts';
import type { Application } from '#features/supporters/domain/application.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS, localDateOf, type Instant } from '#shared/time/instant.ts';

const APPLICANTS: readonly (readonly [kana: string, name: string])[] = [
  ['みほん さつき', '見本 五月'],
  ['れい あおい', '例 葵'],
  ['ためし いぶき', '試 伊吹']
];

/** Three who would like to help: one just applied, one looked at, one with a first yes. */
export async function fillApplications(
  { db, city, now }: { readonly db: Db; readonly city: City; readonly now: Instant },
  deskAccountId: string
): Promise<void> {
  for (const [index, [kana, name]] of APPLICANTS.entries()) {
    const at = now - (APPLICANTS.length - index) * DAY_MS;
    await applyAsSupporter(db, city, {
      application: applicationOf(city, kana, name, index),
      key: newId(),
      channel: index === 0 ? 'web' : 'paper',
      actor: 'applicant',
      now: at
    });
    const { id: fileId } = await db
      .selectFrom('supporter_file')
      .select('id')
      .where('created_at', '=', at)
      .executeTakeFirstOrThrow();
    const seen = { fileId, on: localDateOf(at), actor: deskAccountId, now: at };
    if (index > 0) {
      await noteSeen(db, { ...seen, what: 'certificate' });
      await noteSeen(db, { ...seen, what: 'identity' });
    }
    if (index > 1) await approve(db, city, seen);
  }
}

function applicationOf(city: City, kana: string, name: string, index: number): Application {
  return {
    certificate: index === 0 ? 'learning' : 'have',
    families: ['android', 'iphone'],
    topics: ['line', 'camera-photos', 'map'],
    languages: index === 1 ? ['ja', 'en'] : ['ja'],
    venues: city.venues.slice(index, index + 2).map(({ id }) => id),
    times: ['weekday-morning', 'weekend-afternoon'],
    monthlyLimit: 2,
    kana,
    name,
    phone: `0900000100${index}`,
    way: 'phone'
  };
}
