import { planWorkshop } from '#app/server/plan-workshop.ts';
import { publishRoster } from '#app/server/roster.ts';
import { addParticipation } from '#features/attendance/server/participations.ts';
import type { Role } from '#features/people/domain/role.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { keepPerson } from '#features/people/server/persons.ts';
import { keepCityVenues } from '#features/places/server/venues.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { city } from '#city/current.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/time/instant.ts';

/** 令和8年12月1日 火曜日 午前10時, when the tests' class begins. */
export const CLASS_BEGINS: Instant = Date.parse('2026-12-01T01:00:00Z');

/** Codes are unique within one database, and every suite has its own. */
let nextCode = 1;

export async function makeAccount(db: Db, role: Role, now = CLASS_BEGINS): Promise<string> {
  return inTransaction(db, (tx) =>
    createAccount(tx, {
      login: `${newId()}@example.jp`,
      name: role,
      passwordHash: '',
      roles: [role],
      now
    })
  );
}

/** A class of `seats` at 狭山公民館. @returns the ids of workshop and session. */
export async function makeClass(
  db: Db,
  seats = 10,
  begins: Instant = CLASS_BEGINS
): Promise<{ workshopId: string; sessionId: string; code: string }> {
  await keepCityVenues(db, city.venues);
  const code = `T${nextCode++}`;
  const planned = await planWorkshop(db, {
    code,
    kind: 'class',
    titleJa: 'はじめての スマホ教室',
    titleEn: 'First steps with a smartphone',
    aboutJa: 'やさしく はじめます。',
    aboutEn: 'A gentle beginning.',
    bringJa: 'スマホ(持っている方)',
    bringEn: 'Your phone, if you have one',
    venueId: 'sayama',
    seats,
    roomChairs: seats + 10,
    longestLine: 5,
    loanPhones: 3,
    selection: 'first-come',
    state: 'open',
    opensAt: begins - 30 * DAY_MS,
    closesAt: begins - DAY_MS,
    sessions: [{ startsAt: begins, endsAt: begins + 2 * HOUR_MS }],
    now: begins - 31 * DAY_MS
  });
  if (!planned.ok) throw new Error(planned.error.type);
  return { workshopId: planned.value.workshopId, sessionId: planned.value.sessionIds[0]!, code };
}

export async function makeDevice(db: Db, accountId: string, name: string): Promise<string> {
  const { deviceId } = await enrolDevice(db, { name, accountId, now: CLASS_BEGINS - DAY_MS });
  return deviceId;
}

/** A line on the roster without the applicant's way to it. @returns the participation's id. */
export async function makeParticipation(
  db: Db,
  sessionId: string,
  kana: string,
  status: 'confirmed' | 'waiting' = 'confirmed'
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { workshop_id } = await tx
      .selectFrom('session')
      .select('workshop_id')
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow();
    const common = {
      ageBand: '75-84',
      phoneFamily: 'kantan',
      now: CLASS_BEGINS,
      deleteAfter: '2028-03-31'
    } as const;
    const personId = await keepPerson(tx, {
      ...common,
      kana,
      name: kana,
      phone: undefined,
      town: undefined,
      way: 'desk'
    });
    const signUpId = newId();
    await tx
      .insertInto('sign_up')
      .values({
        id: signUpId,
        workshop_id,
        person_id: personId,
        channel: 'counter',
        status,
        line_number: null,
        receipt_number: signUpId,
        receipt_token: signUpId,
        key_hash: signUpId,
        content_hash: '',
        phone_family: 'kantan',
        wants_loan_phone: 0,
        companions: 0,
        needs: '[]',
        is_behind: 0,
        created_at: CLASS_BEGINS,
        cancelled_at: null,
        cancelled_by: null,
        delete_after: common.deleteAfter
      })
      .execute();
    const id = await addParticipation(tx, { ...common, sessionId, signUpId, personId });
    const changes = new ScopeChanges();
    await publishRoster(tx, changes, { participationId: id });
    await changes.flush(tx);
    return id;
  });
}
