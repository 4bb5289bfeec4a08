import { isHttpError } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '#app/server/access.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { helpNow, newSupporter, openRequest, prepareVenues } from '#tests/support/help.ts';
import { applicationFor } from '#tests/support/requests.ts';
import { GET as readBoard } from '../../src/routes/api/supporter/board/+server.ts';
import { POST as offer } from '../../src/routes/api/supporter/offers/+server.ts';
import { POST as withdraw } from '../../src/routes/api/supporter/offers/withdraw/+server.ts';

test('the three addresses are for supporters only', () => {
  for (const path of ['board', 'offers', 'offers/withdraw']) {
    expect(access[`/api/supporter/${path}`]).toEqual(['supporter']);
  }
});

describe.each(engines)('the addresses of supporters on $name', ({ open }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  afterAll(() => opened.close());

  async function ask(
    handler: (event: never) => Response | Promise<Response>,
    account: Account | undefined,
    body?: unknown
  ): Promise<{ status: number; body: unknown }> {
    const request = new Request('http://localhost/api', {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    });
    const app = applicationFor(opened.db, () => helpNow);
    try {
      const response = await handler({ request, locals: { app, account } } as never);
      return { status: response.status, body: await response.json() };
    } catch (failure) {
      if (!isHttpError(failure)) throw failure;
      return { status: failure.status, body: failure.body };
    }
  }
  async function signedIn() {
    const supporter = await newSupporter(opened.db);
    return { supporter, account: await findAccount(opened.db, supporter.accountId) };
  }

  test('the board answers exactly these fields and nothing of who asks', async () => {
    const { supporter, account } = await signedIn();
    const requestId = await openRequest(opened.db);
    const answer = await ask(readBoard, account);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body as object).sort()).toEqual([
      'entries',
      'promises',
      'standing',
      'supporterId'
    ]);
    const { supporterId, entries } = answer.body as {
      supporterId: string;
      entries: Record<string, unknown>[];
    };
    expect(supporterId).toBe(supporter.id);
    const entry = entries.find((one) => one['requestId'] === requestId);
    expect(Object.keys(entry ?? {}).sort()).toEqual(
      ['requestId', 'topic', 'phoneFamily', 'venueId', 'times', 'since', 'reasons', 'offer'].sort()
    );
    expect(JSON.stringify(answer.body)).not.toMatch(/佐藤|さとう|0901234|写真/);
  });

  test.each([
    ['a field asked for by name', { fields: ['phone'] }],
    ['another supporter named', { supporterId: newId() }],
    ['a state of one’s own', { state: 'accepted' }]
  ])('%s is 400 and stores nothing', async (_, more) => {
    const { supporter, account } = await signedIn();
    const requestId = await openRequest(opened.db);
    const answer = await ask(offer, account, { requestId, key: newId(), ...more });
    expect(answer.status).toBe(400);
    const stored = await opened.db
      .selectFrom('offer')
      .select('id')
      .where('supporter_id', '=', supporter.id)
      .execute();
    expect(stored).toEqual([]);
  });

  test('unknown, withdrawn by nobody and another’s offer look alike', async () => {
    const one = await signedIn();
    const other = await signedIn();
    const requestId = await openRequest(opened.db);
    const offered = await ask(offer, one.account, { requestId, key: newId() });
    expect(offered).toEqual({ status: 200, body: { state: 'open' } });
    const foreign = await ask(withdraw, other.account, { requestId });
    const unknown = await ask(withdraw, other.account, { requestId: newId() });
    expect(foreign).toEqual({ status: 404, body: { message: 'not found' } });
    expect(unknown).toEqual(foreign);
    expect((await ask(withdraw, one.account, { requestId })).body).toEqual({ state: 'withdrawn' });
  });

  test('nobody, and an account that is no supporter, get nothing', async () => {
    expect((await ask(readBoard, undefined)).status).toBe(401);
    const stranger = { id: newId(), name: 'x', roles: [], suspendedAt: null };
    expect((await ask(readBoard, stranger)).status).toBe(404);
  });

  test('a suspended supporter sees an empty board and offers nothing', async () => {
    const { supporter, account } = await signedIn();
    const requestId = await openRequest(opened.db);
    await opened.db
      .updateTable('supporter')
      .set({ state: 'suspended' })
      .where('id', '=', supporter.id)
      .execute();
    expect((await ask(readBoard, account)).body).toMatchObject({
      supporterId: supporter.id,
      standing: 'suspended',
      entries: []
    });
    expect((await ask(offer, account, { requestId, key: newId() })).status).toBe(404);
  });
});
