import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { beginAuthSession, endAuthSession } from '#features/people/server/auth-session.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { invite } from '#features/people/server/invitations.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { takeAttempt } from '#server/rate-limit.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS, HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  plantNotice,
  plantParticipation,
  plantPerson,
  plantRequest,
  plantSignUp
} from '#tests/support/rows.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';
import { runNightly } from './nightly.ts';

const lastKeptDay = '2028-03-31';
const longer = '2029-03-31';
const nightOfLastDay = instantOf(lastKeptDay, '03:30');
const nightAfter = instantOf('2028-04-01', '03:30');

describe.each(engines)('the nightly work on $name', ({ open }) => {
  let opened: TestDb;
  let session_id: string;
  let workshop_id: string;
  let number = 0;

  beforeAll(async () => {
    opened = await open();
    const planned = await plannedWorkshop(opened.db);
    workshop_id = planned.workshopId;
    session_id = planned.sessionIds[0] ?? '';
  });
  afterAll(() => opened.close());

  const run = (now: number) => runNightly(opened.db, { city, now });
  const countOf = async (table: 'person' | 'sign_up' | 'participation' | 'notice') =>
    (await opened.db.selectFrom(table).select('id').execute()).length;

  /** A person with one application, kept until the two given days. */
  async function applicant(personUntil: string, signUpUntil: string): Promise<string> {
    const person_id = await plantPerson(opened.db, { delete_after: personUntil });
    const sign_up_id = await plantSignUp(opened.db, {
      workshop_id,
      person_id,
      delete_after: signUpUntil
    });
    number += 1;
    await plantParticipation(opened.db, {
      session_id,
      sign_up_id,
      person_id,
      number,
      attendance: 'came',
      delete_after: signUpUntil
    });
    return person_id;
  }
  const isKept = async (id: string) =>
    (await opened.db.selectFrom('person').select('id').where('id', '=', id).execute()).length === 1;

  test('nothing goes on the last day it is kept; all of it goes the night after', async () => {
    const person = await applicant(lastKeptDay, lastKeptDay);
    await plantNotice(opened.db, { person_id: person, delete_after: lastKeptDay });
    await run(nightOfLastDay);
    expect(await isKept(person)).toBe(true);
    expect(await countOf('notice')).toBe(1);

    expect(await run(nightAfter)).toMatchObject({
      person: 1,
      sign_up: 1,
      participation: 1,
      notice: 1
    });
    expect(await isKept(person)).toBe(false);
    expect(await countOf('sign_up')).toBe(0);
  });

  test('a person with two records goes when both are over, and not before', async () => {
    const person = await applicant(lastKeptDay, lastKeptDay);
    await plantRequest(opened.db, { person_id: person, delete_after: longer });
    await run(nightAfter);
    expect(await countOf('sign_up')).toBe(0);
    expect(await isKept(person)).toBe(true);

    await run(instantOf('2029-04-01', '03:30'));
    expect(await isKept(person)).toBe(false);
  });

  test('a person whose own day is later stays, though no record is left', async () => {
    const person = await applicant(longer, lastKeptDay);
    await run(nightAfter);
    expect(await isKept(person)).toBe(true);
  });

  test('the counts stay, and a second run in one night adds nothing', async () => {
    await opened.db.deleteFrom('frozen_count').execute();
    await applicant(lastKeptDay, lastKeptDay);
    await applicant(lastKeptDay, lastKeptDay);
    await run(nightAfter);
    await run(nightAfter);
    const counts = await opened.db
      .selectFrom('frozen_count')
      .selectAll()
      .where('measure', '!=', 'supporters')
      .orderBy('measure')
      .execute();
    const base = { month: '2026-12', venue_id: 'sayama' };
    expect(counts).toEqual([
      { month: '2026-11', venue_id: 'sayama', measure: 'applied', value: 2 },
      { month: '2026-11', venue_id: 'sayama', measure: 'applied:phone', value: 2 },
      { ...base, measure: 'came', value: 2 },
      { ...base, measure: 'people', value: 2 }
    ]);
  });

  test('tablets lose the names, the operations keep only that they happened', async () => {
    const scope = `session:${session_id}`;
    const planned = await opened.db
      .selectFrom('session')
      .select('delete_after')
      .where('id', '=', session_id)
      .executeTakeFirstOrThrow();
    await inTransaction(opened.db, async (tx) => {
      const changes = new ScopeChanges();
      changes.put(scope, 'roster', newId(), { name: '見本 花' });
      await changes.flush(tx);
    });
    const account = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        login: 'u@example.jp',
        name: '受付',
        passwordHash: '',
        roles: [],
        now: nightAfter
      })
    );
    const { deviceId: device_id } = await enrolDevice(opened.db, {
      ...{ name: '1', accountId: account, now: 1 }
    });
    await opened.db
      .insertInto('operation')
      .values({
        op_id: newId(),
        device_id,
        seq: 1,
        v: 1,
        scope,
        type: 'attend.walkin',
        entity_id: newId(),
        payload: '{"name":"見本 花"}',
        client_at: 1,
        clock_offset_ms: 0,
        actor_id: account,
        received_at: 1,
        result: 'applied',
        code: null,
        flagged: 0
      })
      .execute();
    const held = () =>
      Promise.all([
        opened.db
          .selectFrom('sync_row')
          .select(['kind', 'body', 'deleted'])
          .where('scope', '=', scope)
          .where('kind', '=', 'roster')
          .execute(),
        opened.db.selectFrom('operation').select('payload').execute()
      ]);

    expect(planned.delete_after).toBe(lastKeptDay);
    await run(nightOfLastDay);
    expect(JSON.stringify(await held())).toContain('見本 花');
    await run(nightAfter);
    expect(await held()).toEqual([[{ kind: 'roster', body: '', deleted: 1 }], [{ payload: '{}' }]]);
  });

  test('old attempts, links that are over and dead sessions go; those in use stay', async () => {
    const now = nightAfter + DAY_MS;
    const account = await inTransaction(opened.db, (tx) =>
      createAccount(tx, { login: 'a@example.jp', name: '管理', passwordHash: '', roles: [], now })
    );
    await takeAttempt(opened.db, 'old', { times: 5, withinMs: 1 }, now - 2 * DAY_MS);
    await takeAttempt(opened.db, 'new', { times: 5, withinMs: HOUR_MS }, now);
    await invite(opened.db, { roles: [], now: now - DAY_MS, validMs: HOUR_MS });
    await invite(opened.db, { roles: [], now, validMs: HOUR_MS });
    await beginAuthSession(opened.db, account, now - DAY_MS);
    await endAuthSession(opened.db, await beginAuthSession(opened.db, account, now), now);
    await beginAuthSession(opened.db, account, now);

    expect(await run(now)).toMatchObject({ invitation: 1, auth_session: 2 });
    expect(await opened.db.selectFrom('rate_limit').select('key').execute()).toEqual([
      { key: 'new' }
    ]);
    expect(await opened.db.selectFrom('invitation').select('used_at').execute()).toHaveLength(1);
    expect(await opened.db.selectFrom('auth_session').select('account_id').execute()).toHaveLength(
      1
    );
  });

  test('the audit names each person deleted, and goes itself after its fiscal years', async () => {
    const person = await applicant(lastKeptDay, lastKeptDay);
    await run(nightAfter);
    const told = () =>
      opened.db
        .selectFrom('audit')
        .select(['action', 'actor', 'why'])
        .where('entity_id', '=', person)
        .execute();
    const deleted = [{ action: 'person.delete', actor: 'system', why: 'retention' }];
    expect(await told()).toEqual(deleted);

    // Written in fiscal year 2028 and kept for five whole ones after it.
    await run(instantOf('2034-03-31', '03:30'));
    expect(await told()).toEqual(deleted);
    // Rows that other tests wrote a year later stand before it in the chain.
    await run(instantOf('2035-04-01', '03:30'));
    expect(await told()).toEqual([]);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });
});
