import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { giveSeat } from './give-seat.ts';

const clerk = { actor: 'clerk', now: whileOpen };

describe.each(engines)('giving a free seat on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** A workshop of two seats with this many applicants; ids in their order. */
  async function workshopWith(applicants: number) {
    next += 1;
    const code = `G${next}`;
    const { workshopId } = await plannedWorkshop(opened.db, { code, seats: 2, longestLine: 5 });
    const ids: string[] = [];
    for (let index = 0; index < applicants; index++) {
      const number = next * 20 + index;
      const applied = await applyForWorkshop(opened.db, {
        code,
        application: applicantNumber(number),
        channel: 'paper',
        key: keyNumber(number),
        ...clerk
      });
      if (!applied.ok) throw new Error(applied.error.type);
      ids.push(applied.value.signUpId);
    }
    return { workshopId, ids };
  }
  const cancel = (signUpId = '') =>
    cancelApplication(opened.db, { signUpId, by: 'staff', ...clerk });
  const noticesOf = async (signUpId = '') =>
    (
      await opened.db
        .selectFrom('notice')
        .select(['kind', 'state'])
        .where('params', 'like', `%${signUpId}%`)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ kind, state }) => `${kind} ${state}`);

  test('the first in the line gets it and hears that, not that they wait', async () => {
    const { workshopId, ids } = await workshopWith(4);
    await cancel(ids[0]);
    expect(await giveSeat(opened.db, { workshopId, ...clerk })).toMatchObject({
      ok: true,
      value: { signUpId: ids[2] }
    });
    expect(await noticesOf(ids[2])).toEqual([
      'sign-up-waiting not-wanted',
      'sign-up-promoted to-tell'
    ]);
    const roster = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('kind', '=', 'roster')
      .where('body', 'like', '%"place":"confirmed"%')
      .execute();
    expect(roster.length).toBeGreaterThan(0);
  });

  test('two clerks at one moment give one free seat once', async () => {
    const { workshopId, ids } = await workshopWith(5);
    await cancel(ids[1]);
    const answers = await Promise.all([
      giveSeat(opened.db, { workshopId, ...clerk }),
      giveSeat(opened.db, { workshopId, ...clerk })
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { type: 'no-seat-free' } });
  });

  test.each([
    ['a full workshop has none', 3, 'no-seat-free'],
    ['without a line nobody gets it', 1, 'nobody-waits']
  ] as const)('%s', async (_, applicants, type) => {
    const { workshopId } = await workshopWith(applicants);
    expect(await giveSeat(opened.db, { workshopId, ...clerk })).toEqual({
      ok: false,
      error: { type }
    });
  });

  test('an unknown workshop is told as that', async () => {
    expect(await giveSeat(opened.db, { workshopId: 'unknown', ...clerk })).toEqual({
      ok: false,
      error: { type: 'workshop-not-found' }
    });
  });
});
