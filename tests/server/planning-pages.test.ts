import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions as series,
  load as showSeries
} from '../../src/routes/(desk)/desk/series/[id]/+page.server.ts';
import { actions as plan } from '../../src/routes/(desk)/desk/series/new/+page.server.ts';
import {
  actions as venues,
  load as showVenues
} from '../../src/routes/(desk)/desk/venues/+page.server.ts';
import {
  actions as edit,
  load as showEdit
} from '../../src/routes/(desk)/desk/workshops/[id]/edit/+page.server.ts';
import { actions as planOne } from '../../src/routes/(desk)/desk/workshops/new/+page.server.ts';
import { load as showNotice } from '../../src/routes/(desk)/desk/workshops/[id]/notice/+page.server.ts';

type Form = Record<string, string | string[]>;

const seriesForm: Form = {
  ...{ id: newId(), kind: 'salon', firstCode: 'ｓ２０', titleJa: 'スマホ相談会' },
  ...{ aboutJa: 'お話をうかがいます。', venueId: 'sayama', roomId: '' },
  ...{ nths: ['1', '3'], weekday: '2', from: '2026-12', months: '２' },
  ...{ begins: '10:00', ends: '12:00', grouping: 'each', rule: 'skip' },
  ...{ seats: '8', roomChairs: '20', longestLine: '0', loanPhones: '0' },
  ...{ selection: 'none', state: 'draft' },
  ...{ opensDays: '30', opensTime: '08:30', closesDays: '1', closesTime: '17:00' }
};

describe.each(engines)('the pages of planning on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;

  beforeAll(async () => {
    opened = await open();
    const told = { login: 'chosei@example.jp', name: '調整', passwordHash: '', now: whileOpen };
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, { ...told, roles: ['coordinator'] })
    );
    account = (await findAccount(opened.db, id))!;
    workshopId = (await plannedWorkshop(opened.db, { code: 'C12' })).workshopId;
  });
  afterAll(() => opened.close());

  const ask = (work: unknown, asked: { params?: Record<string, string>; form?: Form } = {}) =>
    answerOf(() =>
      (work as (event: never) => unknown)(
        askedOf(
          applicationFor(opened.db, () => whileOpen),
          { path: '/desk', account, ...asked }
        )
      )
    );
  const previewed = async (changed: Form = {}) => {
    const answer = await ask(plan['preview'], { form: { ...seriesForm, ...changed } });
    return answer.kind === 'value'
      ? (answer.value as { preview: { mark: string } }).preview
      : undefined;
  };

  test('unknown ids are not found, whatever they look like', async () => {
    for (const id of ['', 'unknown', newId(), "' or 1=1", '%']) {
      for (const work of [showSeries, series['publish'], series['giveUp'], showEdit, showNotice]) {
        const answer = await ask(work, { params: { id }, form: { workshop: id } });
        expect(answer).toEqual({ kind: 'error', status: 404 });
      }
    }
    const other = await ask(edit['default'], { params: { id: newId() }, form: seriesForm });
    expect(other).toMatchObject({ value: { status: 422 } });
  });

  test('mistakes of a series come back as sentences with everything typed; nothing is made', async () => {
    const wrong = { from: '2026-13', months: 'x', begins: '25:00', titleJa: '', seats: '-1' };
    expect(await ask(plan['make'], { form: { ...seriesForm, ...wrong } })).toMatchObject({
      value: {
        status: 422,
        data: {
          errors: {
            from: 'not-a-time',
            months: 'not-a-number',
            begins: 'not-a-time',
            titleJa: 'missing',
            seats: 'not-a-number'
          },
          typed: { from: '2026-13', nths: '1 3', firstCode: 'ｓ２０' }
        }
      }
    });
    for (const [changed, refused] of [
      [{ nths: [] }, 'no-nth'],
      [{ months: '25' }, 'months-out-of-range'],
      [{ venueId: 'moon' }, 'venue-unknown'],
      [{ firstCode: '20' }, 'code-malformed'],
      [{ host: 'partner' }, 'partner-unnamed']
    ] as const) {
      const form = { ...seriesForm, ...changed } as Form;
      expect(await ask(plan['preview'], { form })).toMatchObject({
        value: { status: 409, data: { refused } }
      });
    }
    // What was not looked at is shown first.
    expect(await ask(plan['make'], { form: seriesForm })).toMatchObject({
      value: { status: 409, data: { refused: 'changed-since-seen', preview: {} } }
    });
    expect(await opened.db.selectFrom('series').select('id').execute()).toEqual([]);
  });

  test('what was looked at is made, given up one by one, and published', async () => {
    const preview = await previewed();
    const form = { ...seriesForm, seen: preview?.mark ?? '' };
    const made = await ask(plan['make'], { form });
    expect(made).toMatchObject({ kind: 'redirect' });
    expect(await ask(plan['make'], { form })).toEqual(made);

    const params = { id: String(seriesForm['id']) };
    const shown = await ask(showSeries, { params });
    const { workshops } = (shown as { value: { workshops: { id: string; code: string }[] } }).value;
    expect(workshops.map(({ code }) => code)).toEqual(['S20', 'S21', 'S22', 'S23']);
    const [first] = workshops;
    const giveUp = () => ask(series['giveUp'], { params, form: { workshop: first!.id } });
    expect(await giveUp()).toMatchObject({ kind: 'redirect' });
    expect(await giveUp()).toMatchObject({ value: { status: 409, data: { notADraft: true } } });
    const foreign = await ask(series['giveUp'], { params, form: { workshop: workshopId } });
    expect(foreign).toEqual({ kind: 'error', status: 404 });
    await ask(series['publish'], { params });
    const states = await opened.db
      .selectFrom('workshop')
      .select('state')
      .where('series_id', '=', params.id)
      .orderBy('code')
      .execute();
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'open', 'open', 'open']);
  });

  test('the form of a change holds what stands, and sent unchanged it changes nothing', async () => {
    const params = { id: workshopId };
    const shown = await ask(showEdit, { params });
    const { typed } = (shown as { value: { plan: { typed: Record<string, string> } } }).value.plan;
    const before = await opened.db
      .selectFrom('workshop')
      .selectAll()
      .where('id', '=', workshopId)
      .execute();
    expect(await ask(edit['default'], { params, form: typed })).toMatchObject({ kind: 'redirect' });
    const after = await opened.db
      .selectFrom('workshop')
      .selectAll()
      .where('id', '=', workshopId)
      .execute();
    expect(after).toEqual(before);
    expect(
      await ask(edit['default'], { params, form: { ...typed, state: 'draft' } })
    ).toMatchObject({
      value: { status: 409, data: { refused: 'already-published' } }
    });
  });

  test('a lottery is planned in the same form: its moment and rules come back as they were chosen', async () => {
    const { typed: plain } = (
      (await ask(showEdit, { params: { id: workshopId } })) as {
        value: { plan: { typed: Record<string, string> } };
      }
    ).value.plan;
    const chosen = {
      ...{ selection: 'lottery', drawsDate: '2026-11-30', drawsTime: '18:00' },
      ...{ 'priority-resident': 'two-lots', 'priority-aged-75': 'first', seatsPerYear: '３' }
    };
    const form = { ...plain, ...chosen, code: 'C77' };
    const made = await ask(planOne['default'], { form });
    expect(made).toMatchObject({ kind: 'redirect' });
    const { id } = await opened.db
      .selectFrom('workshop')
      .select('id')
      .where('code', '=', 'C77')
      .executeTakeFirstOrThrow();
    const lottery = () =>
      opened.db.selectFrom('lottery').selectAll().where('workshop_id', '=', id).execute();
    const before = await lottery();
    const shown = await ask(showEdit, { params: { id } });
    const { typed } = (shown as { value: { plan: { typed: Record<string, string> } } }).value.plan;
    expect(typed).toMatchObject({ ...chosen, 'priority-first-timer': '', seatsPerYear: '3' });
    expect(await ask(edit['default'], { params: { id }, form: typed })).toMatchObject({
      kind: 'redirect'
    });
    expect(await lottery()).toEqual(before);

    for (const [wrong, errors] of [
      [{ drawsDate: '' }, { drawsDate: 'not-a-time' }],
      [{ seatsPerYear: '0' }, { seatsPerYear: 'not-a-number' }],
      [{ seatsPerYear: 'many' }, { seatsPerYear: 'not-a-number' }]
    ] as const) {
      expect(await ask(planOne['default'], { form: { ...form, ...wrong } })).toMatchObject({
        value: { status: 422, data: { errors, typed: { ...chosen, ...wrong } } }
      });
    }
    // Where places are given otherwise nothing of it is judged, and nothing is lost.
    const justCome = { ...form, selection: 'none', seatsPerYear: 'many', code: 'C12' };
    expect(await ask(planOne['default'], { form: justCome })).toMatchObject({
      value: { status: 409, data: { refused: 'code-taken', typed: { seatsPerYear: 'many' } } }
    });
  });

  test('closed days and rooms are noted; what cannot be is refused with what was typed', async () => {
    const close = (changed: Form = {}) =>
      ask(venues['close'], {
        form: { venue: 'sayama', date: '2026-12-29', reason: '年末年始', ...changed }
      });
    expect(await close()).toMatchObject({ kind: 'redirect' });
    for (const [changed, wrong] of [
      [{ venue: 'moon' }, 'venue'],
      [{ date: '2026-02-31' }, 'date'],
      [{ reason: ' ' }, 'reason']
    ] as const) {
      expect(await close(changed)).toMatchObject({ value: { status: 422, data: { wrong } } });
    }
    const room = (changed: Form = {}) =>
      ask(venues['room'], {
        form: { venue: 'sayama', nameJa: '学習室', chairs: '24', ...changed }
      });
    expect(await room()).toMatchObject({ kind: 'redirect' });
    expect(await room({ chairs: '0' })).toMatchObject({ value: { data: { wrong: 'chairs' } } });

    const shown = await ask(showVenues);
    const { venues: files } = (shown as { value: { venues: { id: string }[] } }).value;
    expect(files.find(({ id }) => id === 'sayama')).toMatchObject({
      closures: [{ date: '2026-12-29', reason: '年末年始' }],
      rooms: [{ name: { ja: '学習室', en: '学習室' }, chairs: 24 }]
    });
    await ask(venues['open'], { form: { venue: 'sayama', date: '2026-12-29' } });
    expect(await opened.db.selectFrom('venue_closure').selectAll().execute()).toEqual([]);
  });
});
