import type { Tx } from '#server/db/transaction.ts';
import { localDateOf, type LocalDate } from '#shared/time/instant.ts';
import type { ExpiredFollowUp, ExpiredMeeting } from '../domain/frozen.ts';
import './tables.ts';

/** Records and tallies of help whose time is over. */
export async function expiredMeetings(
  tx: Tx,
  today: LocalDate
): Promise<readonly ExpiredMeeting[]> {
  return [...(await expiredRecords(tx, today)), ...(await expiredTallies(tx, today))];
}

async function expiredRecords(tx: Tx, today: LocalDate): Promise<ExpiredMeeting[]> {
  const rows = await tx
    .selectFrom('assistance')
    .leftJoin('help_match', 'help_match.id', 'assistance.match_id')
    .select([
      ...(['assistance.id', 'local_date', 'minutes', 'venue_id', 'people'] as const),
      'phone_family'
    ])
    .where('assistance.delete_after', '<', today)
    .execute();
  const topics = await tx
    .selectFrom('assistance_topic')
    .innerJoin('assistance', 'assistance.id', 'assistance_topic.assistance_id')
    .select(['assistance_id', 'topic'])
    .where('assistance.delete_after', '<', today)
    .execute();
  const byMeeting = Map.groupBy(topics, ({ assistance_id }) => assistance_id);
  return rows.map(({ id, local_date, minutes, venue_id, people, phone_family }) => ({
    ...{ date: local_date, venueId: venue_id ?? '', minutes, people, meetings: 1 },
    topics: (byMeeting.get(id) ?? []).map(({ topic }) => ({ code: topic, count: 1 })),
    families: [{ code: phone_family, count: people }]
  }));
}

async function expiredTallies(tx: Tx, today: LocalDate): Promise<ExpiredMeeting[]> {
  const rows = await tx
    .selectFrom('assistance_tally')
    .select(['id', 'local_date', 'minutes', 'people'])
    .where('delete_after', '<', today)
    .execute();
  const counts = await tx
    .selectFrom('assistance_tally_count')
    .innerJoin('assistance_tally', 'assistance_tally.id', 'tally_id')
    .select(['tally_id', 'of', 'code', 'count'])
    .where('delete_after', '<', today)
    .execute();
  return rows.map(({ id, local_date, minutes, people }) => ({
    ...{ date: local_date, venueId: '', minutes, people, meetings: people },
    topics: counts.filter(({ tally_id, of }) => tally_id === id && of === 'topic'),
    families: counts.filter(({ tally_id, of }) => tally_id === id && of === 'family')
  }));
}

/** Answers to 「まだできますか」 whose record's time is over. */
export async function expiredFollowUps(
  tx: Tx,
  today: LocalDate
): Promise<readonly ExpiredFollowUp[]> {
  const rows = await tx
    .selectFrom('follow_up')
    .innerJoin('assistance', 'assistance.id', 'follow_up.assistance_id')
    .leftJoin('help_match', 'help_match.id', 'assistance.match_id')
    .select(['follow_up.id', 'follow_up.answer', 'answered_at', 'venue_id', 'assistance_id'])
    .where('follow_up.delete_after', '<', today)
    .where('answer', 'is not', null)
    .execute();
  const topics = await tx
    .selectFrom('assistance_topic')
    .selectAll()
    .where('assistance_id', 'in', ['', ...rows.map(({ assistance_id }) => assistance_id)])
    .execute();
  return rows.map((row) => ({
    date: localDateOf(row.answered_at ?? 0),
    venueId: row.venue_id ?? '',
    isStill: row.answer === 'still',
    topics: topics
      .filter(({ assistance_id }) => assistance_id === row.assistance_id)
      .map(({ topic }) => topic)
  }));
}
