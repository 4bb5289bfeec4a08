import type { AssistanceRow } from '#features/assistance/server/tables.ts';
import type { ParticipationRow } from '#features/attendance/server/tables.ts';
import type { HelpMatchRow, HelpRequestRow } from '#features/board/server/tables.ts';
import type { NoticeRow } from '#features/notices/server/tables.ts';
import type { PersonRow } from '#features/people/server/tables.ts';
import type { SignUpRow } from '#features/workshops/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf } from '#shared/time/instant.ts';

/** Rows planted straight into the tables, for what use cases would need years to bring about. */
const plantedAt = Date.parse('2026-11-10T01:00:00Z');
const DEFAULT_DELETE_AFTER = '2028-03-31';

export async function plantPerson(db: Db, told: Partial<PersonRow> = {}): Promise<string> {
  const id = newId();
  await db
    .insertInto('person')
    .values({
      id,
      kana: 'みほん はな',
      kana_key: 'みほんはな',
      name: '見本 花',
      phone: '0425550100',
      town: '中央',
      age_band: '75-84',
      phone_family: 'kantan',
      way: 'phone',
      contact_stopped_at: null,
      delete_after: DEFAULT_DELETE_AFTER,
      created_at: plantedAt,
      ...told
    })
    .execute();
  return id;
}

export async function plantSignUp(
  db: Db,
  told: Partial<SignUpRow> & Pick<SignUpRow, 'workshop_id' | 'person_id'>
): Promise<string> {
  const id = newId();
  await db
    .insertInto('sign_up')
    .values({
      id,
      channel: 'phone',
      status: 'confirmed',
      line_number: null,
      receipt_number: id,
      receipt_token: id,
      key_hash: id,
      content_hash: id,
      phone_family: 'kantan',
      wants_loan_phone: 0,
      companions: 0,
      needs: '[]',
      is_behind: 0,
      created_at: plantedAt,
      cancelled_at: null,
      cancelled_by: null,
      delete_after: DEFAULT_DELETE_AFTER,
      ...told
    })
    .execute();
  return id;
}

export async function plantParticipation(
  db: Db,
  told: Partial<ParticipationRow> & Pick<ParticipationRow, 'session_id' | 'number'>
): Promise<string> {
  const id = newId();
  await db
    .insertInto('participation')
    .values({
      id,
      sign_up_id: null,
      person_id: null,
      kind: told.sign_up_id ? 'sign-up' : 'walk-in',
      walk_in_kana: null,
      walk_in_name: null,
      age_band: '75-84',
      phone_family: 'kantan',
      created_at: plantedAt,
      delete_after: DEFAULT_DELETE_AFTER,
      attendance: 'expected',
      came_as: 'learner',
      arrived_at: null,
      left_at: null,
      ...told
    })
    .execute();
  return id;
}

export async function plantRequest(db: Db, told: Partial<HelpRequestRow> = {}): Promise<string> {
  const id = newId();
  const created_at = told.created_at ?? plantedAt;
  await db
    .insertInto('help_request')
    .values({
      id,
      number: id,
      person_id: null,
      channel: 'phone',
      topic: 'line',
      phone_family: 'kantan',
      venue_id: 'sayama',
      times: '[]',
      needs: '[]',
      languages: '["ja"]',
      note: null,
      state: 'received',
      key_hash: id,
      local_date: localDateOf(created_at),
      seen_at: null,
      seen_by: null,
      delete_after: DEFAULT_DELETE_AFTER,
      ...told,
      created_at
    })
    .execute();
  return id;
}

export async function plantMatch(
  db: Db,
  told: Partial<HelpMatchRow> & Pick<HelpMatchRow, 'request_id' | 'supporter_id'>
): Promise<string> {
  const id = newId();
  await db
    .insertInto('help_match')
    .values({
      id,
      venue_id: 'sayama',
      starts_at: plantedAt,
      ends_at: plantedAt + 1,
      host: '窓口',
      state: 'confirmed',
      cancelled_because: null,
      confirmed_by: 'test',
      created_at: plantedAt,
      delete_after: DEFAULT_DELETE_AFTER,
      ...told
    })
    .execute();
  return id;
}

/** A supporter with an account of their own. @returns the supporter's id. */
export async function plantSupporter(db: Db): Promise<string> {
  const id = newId();
  const account = newId();
  await db
    .insertInto('account')
    .values({
      id: account,
      login: `${account}@example.jp`,
      name: '支援 さくら',
      password_hash: '',
      suspended_at: null,
      created_at: plantedAt
    })
    .execute();
  await db
    .insertInto('supporter')
    .values({
      id,
      account_id: account,
      state: 'active',
      phone_families: '[]',
      topics: '[]',
      venues: '[]',
      times: '[]',
      languages: '["ja"]',
      dates: '[]',
      monthly_limit: 4,
      rest_reason: null,
      promise_until: '2027-11-09',
      card_code: id,
      created_at: plantedAt
    })
    .execute();
  return id;
}

export async function plantMeeting(
  db: Db,
  told: Partial<AssistanceRow> & Pick<AssistanceRow, 'supporter_id'>,
  topics: readonly string[]
): Promise<string> {
  const id = newId();
  const happened_at = told.happened_at ?? plantedAt;
  await db
    .insertInto('assistance')
    .values({
      id,
      match_id: null,
      minutes: 30,
      phone_family: 'kantan',
      able_before: 'not-yet',
      able_after: 'with-help',
      operated: 'self',
      outcome: 'done',
      helped: 'person',
      people: 1,
      promises: '[]',
      local_date: localDateOf(happened_at),
      flagged: 0,
      delete_after: DEFAULT_DELETE_AFTER,
      ...told,
      happened_at
    })
    .execute();
  if (topics.length > 0) {
    await db
      .insertInto('assistance_topic')
      .values(topics.map((topic) => ({ assistance_id: id, topic })))
      .execute();
  }
  return id;
}

export async function plantNotice(db: Db, told: Partial<NoticeRow> = {}): Promise<string> {
  const id = newId();
  await db
    .insertInto('notice')
    .values({
      id,
      person_id: null,
      account_id: null,
      way: 'phone',
      kind: 'sign-up-confirmed',
      dedupe_key: id,
      params: '{}',
      state: 'to-tell',
      created_at: plantedAt,
      told_at: null,
      told_by: null,
      delete_after: DEFAULT_DELETE_AFTER,
      ...told
    })
    .execute();
  return id;
}

/** Notices about a sign-up as `kind state`, in the order in which they were written. */
export async function noticesAbout(db: Db, signUpId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['kind', 'state'])
    .where('params', 'like', `%${signUpId}%`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}
