import { askForHelp } from '#app/server/ask-for-help.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { logForSupporter } from '#app/server/desk/log-for-supporter.ts';
import { takeStep } from '#app/server/help-desk.ts';
import { deleteAfter } from '#app/server/retention.ts';
import type { City } from '#city/city.ts';
import {
  autonomySteps,
  minutePresets,
  operators,
  promises,
  type AssistRecord
} from '#features/assistance/domain/record.ts';
import { fillApplications } from './supporters.ts';
import { keepRecord } from '#features/assistance/server/records.ts';
import type { Ask } from '#features/board/domain/ask.ts';
import { helpTimes, topics } from '#features/board/domain/request.ts';
import { offerHelp } from '#features/board/server/offers.ts';
import {
  addSupporter,
  findSupporterOf,
  type Supporter
} from '#features/board/server/supporters.ts';
import { monthlyLimits } from '#features/supporters/domain/application.ts';
import { promiseUntil } from '#features/supporters/domain/lifecycle.ts';
import { channels, phoneFamilies } from '#features/people/domain/person.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { holidayOf } from '#shared/time/holidays.ts';
import {
  addDays,
  DAY_MS,
  HOUR_MS,
  localDateOf,
  weekdayOf,
  type Instant
} from '#shared/time/instant.ts';

const SUPPORTERS = ['木下 実', '森田 葉子', '小川 歩', '野原 光', '石田 和', '林 緑', '池上 晴'];
const ASKERS: readonly (readonly [kana: string, name: string])[] = [
  ['みほん はな', '見本 花'],
  ['みほん たろう', '見本 太郎'],
  ['れい いちろう', '例 一郎'],
  ['れい すみれ', '例 すみれ'],
  ['ためし きく', '試 菊'],
  ['ためし まつお', '試 松夫']
];
const NOTES = [null, '孫から届いた写真を残したいです', '字が小さくて困っています', null] as const;
const REQUESTS = 30;
const ON_BOARD_FROM = 6;
const MATCHED_FROM = 22;
const RECORDED_DAYS = 365;
const CLOSED_WEEKDAY = 1;
/** Each agreed to the お約束 of the year a while before the next. */
const PROMISED_EVERY_DAYS = 30;
/** The first meetings are over and wait to be logged. */
const PAST_MS = 4 * DAY_MS;

type Around = { readonly db: Db; readonly city: City; readonly now: Instant };

/** Eight supporters, thirty requests in every state, and a year of records; everybody is invented. */
export async function fillHelp(
  around: Around,
  first: { readonly accountId: string },
  passwordHash: string,
  deskAccountId: string
): Promise<void> {
  const supporters = [await makeSupporter(around, first.accountId, 0)];
  for (const [index, name] of SUPPORTERS.entries()) {
    const accountId = await inTransaction(around.db, (tx) =>
      createAccount(tx, {
        login: `supporter${index + 2}@example.jp`,
        name: `${name}(見本)`,
        passwordHash,
        roles: ['supporter'],
        now: around.now
      })
    );
    supporters.push(await makeSupporter(around, accountId, index + 1));
  }
  for (let index = 0; index < REQUESTS; index++) {
    await makeRequest(around, supporters, deskAccountId, index);
  }
  await makeRecords(around, supporters);
  await fillApplications(around, deskAccountId);
  await makeFollowUps(around, deskAccountId);
}

/** One meeting is logged, and its person said that they may be asked; the question is due today. */
async function makeFollowUps({ db, city, now }: Around, actor: string): Promise<void> {
  const meeting = await db
    .selectFrom('help_match')
    .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
    .select(['help_match.id', 'supporter_id', 'starts_at'])
    .where('help_request.person_id', 'is not', null)
    .where('help_match.ends_at', '<=', now)
    .orderBy('starts_at')
    .executeTakeFirst();
  if (!meeting) return;
  const record = { ...recordOf(1), matchId: meeting.id, askAgain: 'post' as const };
  const written = await logForSupporter(db, city, {
    ...{ supporterId: meeting.supporter_id, told: { kind: 'record', record }, key: newId() },
    ...{ happenedAt: meeting.starts_at, actor, now }
  });
  if (!written.ok) throw new Error(written.error.type);
  await db
    .updateTable('follow_up')
    .set({ due_on: localDateOf(now) })
    .where('kind', '=', 'two-weeks')
    .execute();
}

async function makeSupporter(
  { db, city, now }: Around,
  accountId: string,
  index: number
): Promise<Supporter> {
  await inTransaction(db, (tx) =>
    addSupporter(tx, {
      accountId,
      topics: topics.filter((_, place) => (place + index) % 3 !== 0),
      phoneFamilies: index % 2 === 0 ? ['android', 'kantan'] : ['iphone', 'android'],
      venues: [pick(city.venues, index).id, pick(city.venues, index + 2).id],
      times: [pick(helpTimes, index), pick(helpTimes, index + 1)],
      languages: index % 4 === 1 ? ['ja', 'en'] : ['ja'],
      monthlyLimit: pick(monthlyLimits, index + 2),
      promiseUntil: promiseUntil(addDays(localDateOf(now), -index * PROMISED_EVERY_DAYS)),
      now
    })
  );
  const supporter = await findSupporterOf(db, accountId);
  if (!supporter) throw new Error('the supporter is not there');
  return supporter;
}

/** The first few wait for the desk, one of them about fraud; most are on the board; the rest have a meeting. */
async function makeRequest(
  { db, city, now }: Around,
  supporters: readonly Supporter[],
  desk: string,
  index: number
): Promise<void> {
  // A meeting was asked for before it was confirmed.
  const latest = index < MATCHED_FROM ? now : now - PAST_MS;
  const at = latest - (REQUESTS - index) * 9 * HOUR_MS;
  const asked = await askForHelp(db, city, {
    ask: askOf(city, index),
    key: newId(),
    channel: pick(channels, index * 3),
    actor: 'applicant',
    now: at
  });
  if (!asked.ok || index < ON_BOARD_FROM) return;
  const { id } = await db
    .selectFrom('help_request')
    .select('id')
    .where('number', '=', asked.value.number)
    .executeTakeFirstOrThrow();
  await takeStep(db, { id, step: 'put-on-board', actor: desk, now: at });
  const supporter = pick(supporters, index % 3 === 0 ? 0 : index);
  if (index % 2 === 0 || index >= MATCHED_FROM) {
    await offerHelp(db, { supporter, requestId: id, key: newId(), now: at + HOUR_MS });
  }
  if (index < MATCHED_FROM) return;
  await confirmMatch(db, city, {
    requestId: id,
    offerId: await offerOf(db, id),
    venueId: pick(city.venues, index).id,
    proposal: {
      date: openDay(localDateOf(now - PAST_MS), 1 + index - MATCHED_FROM),
      startsAt: `${10 + (index % 6)}:00`,
      minutes: 30,
      host: '会館の窓口(見本)'
    },
    actor: desk,
    now: now - PAST_MS
  });
}

async function offerOf(db: Db, requestId: string): Promise<string> {
  const { id } = await db
    .selectFrom('offer')
    .select('id')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return id;
}

function askOf(city: City, index: number): Ask {
  const [kana, name] = pick(ASKERS, index);
  const number = String(index).padStart(4, '0');
  return {
    topic: index === 2 ? 'fraud' : pick(topics, index * 5),
    phoneFamily: pick(phoneFamilies, index),
    venueId: pick(city.venues, index).id,
    times: [pick(helpTimes, index), pick(helpTimes, index + 2)],
    needs: index % 7 === 0 ? ['written-talk'] : [],
    contact:
      index % 9 === 4
        ? { kind: 'nameless' }
        : { kind: 'named', kana, name, phone: `0900000${number}`, way: 'phone' },
    note: pick(NOTES, index)
  };
}

/** One or two records on every day that the places are open. */
async function makeRecords(
  { db, city, now }: Around,
  supporters: readonly Supporter[]
): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (let day = 1; day <= RECORDED_DAYS; day++) {
      const happenedAt = now - day * DAY_MS;
      const localDate = localDateOf(happenedAt);
      if (weekdayOf(localDate) === CLOSED_WEEKDAY) continue;
      for (let count = 0; count <= day % 2; count++) {
        await keepRecord(tx, recordOf(day * 3 + count), {
          id: newId(),
          supporterId: pick(supporters, day + count).id,
          happenedAt,
          localDate,
          flagged: false,
          deleteAfter: deleteAfter(city, 'assistance', localDate)
        });
      }
    }
  });
}

function recordOf(index: number): AssistRecord {
  return {
    matchId: null,
    minutes: pick(minutePresets, index * 7),
    topics: topicsOf(index),
    phoneFamily: pick(phoneFamilies, index * 3),
    before: pick(autonomySteps, index),
    after: pick(autonomySteps, index + 1),
    operated: pick(operators, index % 4),
    outcome: index % 6 === 0 ? 'again' : 'done',
    helped: 'person',
    people: 1,
    promises: [...promises]
  };
}

/** Some topics are asked far more often than others, and one meeting in five is about two. */
function topicsOf(index: number): AssistRecord['topics'] {
  const spread = (index * 0.618) % 1;
  const first = Math.floor(spread * spread * topics.length);
  const second = (first + 3) % topics.length;
  return index % 5 === 0 ? [pick(topics, first), pick(topics, second)] : [pick(topics, first)];
}

/** The n-th open day after a date; the places rest on one weekday. */
function openDay(date: string, nth: number): string {
  let day = date;
  for (let left = nth; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) !== CLOSED_WEEKDAY && !holidayOf(day)) left--;
  }
  return day;
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
