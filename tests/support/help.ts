import { askForHelp } from '#app/server/ask-for-help.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { takeStep } from '#app/server/help-desk.ts';
import { city } from '#city/current.ts';
import type { Ask } from '#features/board/domain/ask.ts';
import { offerHelp } from '#features/board/server/offers.ts';
import {
  addSupporter,
  findSupporterOf,
  type Supporter
} from '#features/board/server/supporters.ts';
import type { Role } from '#features/people/domain/role.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { instantOf } from '#shared/time/instant.ts';

/** Monday; 公民館 are closed on Mondays. */
export const helpNow = instantOf('2026-11-23', '10:00');

export const anAsk: Ask = {
  topic: 'line',
  phoneFamily: 'android',
  venueId: 'chuo',
  times: ['weekday-morning'],
  needs: [],
  contact: {
    kind: 'named',
    kana: 'さとう はな',
    name: '佐藤 花',
    phone: '09012345678',
    way: 'phone'
  },
  note: '孫に写真を送りたいです'
};

export const aProposal = { date: '2026-12-01', startsAt: '10:00', minutes: 30, host: '窓口 山田' };

export async function prepareVenues(db: Db): Promise<void> {
  await keepCityVenues(db, city.venues);
}

export async function newSupporter(db: Db, name = '支援 桜'): Promise<Supporter> {
  const accountId = await inTransaction(db, (tx) =>
    createAccount(tx, {
      login: `${newId()}@example.jp`,
      name,
      passwordHash: 'x',
      roles: ['supporter'],
      now: helpNow
    })
  );
  await inTransaction(db, (tx) =>
    addSupporter(tx, {
      accountId,
      topics: ['line'],
      phoneFamilies: ['android'],
      venues: ['chuo'],
      times: ['weekday-morning'],
      languages: ['ja'],
      monthlyLimit: 4,
      promiseUntil: '2027-11-22',
      now: helpNow
    })
  );
  const supporter = await findSupporterOf(db, accountId);
  if (!supporter) throw new Error('no supporter');
  return supporter;
}

/** A request as it stands at the desk. @returns its id */
export async function askedRequest(db: Db, change: Partial<Ask> = {}): Promise<string> {
  const asked = await askForHelp(db, city, {
    ask: { ...anAsk, ...change },
    key: newId(),
    channel: 'web',
    actor: 'applicant',
    now: helpNow
  });
  if (!asked.ok) throw new Error('not asked');
  const { id } = await db
    .selectFrom('help_request')
    .select('id')
    .where('number', '=', asked.value.number)
    .executeTakeFirstOrThrow();
  return id;
}

/** A request on the board. @returns its id */
export async function openRequest(db: Db, change: Partial<Ask> = {}): Promise<string> {
  const id = await askedRequest(db, change);
  const put = await takeStep(db, { id, step: 'put-on-board', actor: 'desk', now: helpNow });
  if (!put.ok) throw new Error('not on the board');
  return id;
}

/** An open offer of a supporter. @returns its id */
export async function openOffer(db: Db, requestId: string, supporter: Supporter): Promise<string> {
  const offered = await offerHelp(db, { supporter, requestId, key: newId(), now: helpNow });
  if (!offered.ok) throw new Error('not offered');
  const { id } = await db
    .selectFrom('offer')
    .select('id')
    .where('request_id', '=', requestId)
    .where('supporter_id', '=', supporter.id)
    .executeTakeFirstOrThrow();
  return id;
}

type Meeting = {
  readonly supporter: Supporter;
  readonly staff: string;
  /** A new one on the board otherwise. */
  readonly requestId?: string;
  readonly proposal?: typeof aProposal;
};

/** A meeting that the desk confirmed. */
export async function confirmedMeeting(
  db: Db,
  { supporter, staff, requestId: given, proposal = aProposal }: Meeting
): Promise<{ requestId: string; matchId: string }> {
  const requestId = given ?? (await openRequest(db));
  const confirmed = await confirmMatch(db, city, {
    ...{ requestId, offerId: await openOffer(db, requestId, supporter) },
    ...{ venueId: 'chuo', proposal, actor: staff, now: helpNow }
  });
  if (!confirmed.ok) throw new Error(confirmed.error.type);
  return { requestId, matchId: confirmed.value.matchId };
}

/** An account of the staff. @returns its id */
export function newStaff(db: Db, role: Role = 'coordinator'): Promise<string> {
  return inTransaction(db, (tx) =>
    createAccount(tx, {
      login: `${newId()}@example.jp`,
      name: '職員 見本',
      passwordHash: 'x',
      roles: [role],
      now: helpNow
    })
  );
}
