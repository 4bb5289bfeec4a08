import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { newId } from '#shared/ids.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plantNotice, plantPerson } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { NOTICES_PER_PAGE, readNotices, tellNotice } from './notices.ts';
import { allowContact, stopContact } from './stop-contact.ts';

const clerk = { actor: 'clerk', now: whileOpen };

describe.each(engines)('telling people on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    await plannedWorkshop(opened.db, { code: 'C1', seats: 1, longestLine: 5 });
  });
  beforeEach(async () => {
    for (const table of ['notice', 'participation', 'sign_up', 'person'] as const) {
      await opened.db.deleteFrom(table).execute();
    }
  });
  afterAll(() => opened.close());

  const list = (state: 'to-tell' | 'told' | 'not-reached' | 'not-wanted', page = 1) =>
    readNotices(opened.db, { state, page, ...clerk });
  const audits = (entityId: string) =>
    opened.db
      .selectFrom('audit')
      .select(['action', 'actor', 'why'])
      .where('entity_id', '=', entityId)
      .orderBy('seq')
      .execute();

  test('calls stand first, then the oldest; what each is about is read with it', async () => {
    const person_id = await plantPerson(opened.db);
    await plantNotice(opened.db, { person_id, way: 'post', created_at: whileOpen - 9 });
    const later = await plantNotice(opened.db, { person_id, created_at: whileOpen - 1 });
    const earlier = await plantNotice(opened.db, { person_id, created_at: whileOpen - 5 });
    const { lines, total } = await list('to-tell');
    expect(total).toBe(3);
    expect(lines.map(({ id }) => id).slice(0, 2)).toEqual([earlier, later]);
    expect(lines[2]?.way).toBe('post');
  });

  test('somebody in the waiting line is told their place, counted now', async () => {
    const waiting: string[] = [];
    for (const number of [1, 2, 3]) {
      const applied = await applyForWorkshop(opened.db, {
        code: 'C1',
        application: applicantNumber(number),
        channel: 'phone',
        key: keyNumber(number),
        ...clerk
      });
      if (applied.ok) waiting.push(applied.value.signUpId);
    }
    const { lines } = await list('to-tell');
    expect(lines.map(({ kind, subject }) => [kind, subject.signUp?.placeInLine])).toEqual([
      ['sign-up-confirmed', undefined],
      ['sign-up-waiting', 1],
      ['sign-up-waiting', 2]
    ]);
    expect(lines[1]?.subject.signUp).toMatchObject({
      id: waiting[1],
      code: 'C1',
      venue: { ja: '狭山公民館' }
    });
  });

  test('reading names and numbers is written down, once for each person on the page', async () => {
    const person_id = await plantPerson(opened.db);
    await plantNotice(opened.db, { person_id });
    await plantNotice(opened.db, { person_id });
    await list('to-tell');
    expect(await audits(person_id)).toEqual([{ action: 'read', actor: 'clerk', why: 'call' }]);
  });

  test('a page that is past the end is empty, not an error', async () => {
    const person_id = await plantPerson(opened.db);
    for (let count = 0; count <= NOTICES_PER_PAGE; count++) {
      await plantNotice(opened.db, { person_id });
    }
    expect((await list('to-tell', 2)).lines).toHaveLength(1);
    expect(await list('to-tell', 99)).toEqual({ lines: [], total: 26, pages: 2 });
  });

  test('told once, by one clerk: a second mark changes nothing', async () => {
    const noticeId = await plantNotice(opened.db, { person_id: await plantPerson(opened.db) });
    const mark = (state: 'told' | 'not-reached', actor: string) =>
      tellNotice(opened.db, { noticeId, state, actor, now: whileOpen });
    expect(await mark('not-reached', 'first')).toBe(true);
    expect(await mark('told', 'second')).toBe(true);
    expect(await mark('not-reached', 'third')).toBe(false);
    expect(await tellNotice(opened.db, { noticeId: newId(), state: 'told', ...clerk })).toBe(false);
    expect((await audits(noticeId)).map(({ action, actor }) => [action, actor])).toEqual([
      ['not-reached', 'first'],
      ['told', 'second']
    ]);
    expect((await list('told')).lines[0]?.told?.at).toBe(whileOpen);
  });

  test('the one switch takes everything off the list, keeps later notices as not wanted, and is written down with its reason', async () => {
    const application = applicantNumber(7);
    await applyForWorkshop(opened.db, {
      code: 'C1',
      application,
      channel: 'phone',
      key: keyNumber(7),
      ...clerk
    });
    const { id } = await opened.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
    const told = await plantNotice(opened.db, { person_id: id, state: 'told' });

    expect(
      await stopContact(opened.db, { personId: id, reason: 'hospital', ...clerk })
    ).toMatchObject({ ok: true });
    expect((await list('to-tell')).total).toBe(0);
    expect((await list('told')).lines.map((line) => line.id)).toEqual([told]);
    expect((await audits(id)).find(({ action }) => action === 'contact.stop')?.why).toBe(
      'hospital'
    );

    await applyForWorkshop(opened.db, {
      code: 'C1',
      application,
      channel: 'phone',
      key: keyNumber(8),
      actor: 'clerk',
      now: whileOpen + MINUTE_MS
    });
    expect((await list('to-tell')).total).toBe(0);
    expect((await list('not-wanted')).total).toBe(2);

    await allowContact(opened.db, { personId: id, ...clerk });
    const row = await opened.db
      .selectFrom('person')
      .select('contact_stopped_at')
      .executeTakeFirstOrThrow();
    expect(row.contact_stopped_at).toBeNull();
  });

  test('an unknown person is told as that, and nothing is written', async () => {
    const personId = newId();
    expect(await stopContact(opened.db, { personId, reason: 'moved', ...clerk })).toMatchObject({
      ok: false
    });
    expect(await audits(personId)).toEqual([]);
  });
});
