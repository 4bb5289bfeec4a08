import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DRAWER, holdsUnsent, lookAtAll } from '#shared/client/drawer.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import type { KeptApplication } from '../domain/kept-application.ts';
import {
  forgetApplication,
  keepApplication,
  keptApplications,
  listen,
  type Told
} from './kept-applications.ts';
import { sendKept } from './send-kept.ts';

const now = Date.now();
const keptNumber = (number: number, changed: Partial<KeptApplication> = {}): KeptApplication => ({
  ...{ key: String(number).padStart(32, '0'), code: 'C12', language: 'ja', state: 'waiting' },
  entries: [
    ['key', String(number).padStart(32, '0')],
    ['needs', 'wheelchair'],
    ['needs', 'calm-seat']
  ],
  keptAt: now + number,
  forgetAt: now + DAY_MS,
  ...changed
});

/** A server that answers each address in turn; `undefined` is no network. */
function server(...answers: readonly (object | undefined)[]) {
  const asked: string[] = [];
  const post: typeof fetch = (address, init) => {
    asked.push(`${address as string} ${(init?.body as URLSearchParams).toString()}`);
    const answer = answers[asked.length - 1];
    return answer ? Promise.resolve(Response.json(answer)) : Promise.reject(new TypeError('away'));
  };
  return { asked, post };
}
const keys = async () => (await keptApplications(now)).map(({ key }) => Number(key));

beforeEach(async () => {
  for (const { key } of await lookAtAll('unsent')) await forgetApplication(key, 'given-up');
});

describe('sending what was kept', () => {
  test('nothing is asked and no drawer is made where nothing is kept', async () => {
    await new Promise((resolve) => (indexedDB.deleteDatabase(DRAWER).onsuccess = resolve));
    expect(await holdsUnsent()).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('oldest first, every field as it was written; what is taken is gone', async () => {
    await keepApplication(keptNumber(2));
    await keepApplication(keptNumber(1));
    const { asked, post } = server({ kind: 'taken' }, { kind: 'taken' });
    await sendKept(post);
    expect(asked).toEqual([
      `/api/public/workshops/C12/apply key=${keptNumber(1).key}&needs=wheelchair&needs=calm-seat`,
      `/api/public/workshops/C12/apply key=${keptNumber(2).key}&needs=wheelchair&needs=calm-seat`
    ]);
    expect(await holdsUnsent()).toBe(false);
  });

  test.each([
    ['no network', undefined],
    ['a Wi-Fi that wants a sign-in', { login: true }],
    ['a class that asks for something unheard of', { kind: 'step', step: 'shoe-size', errors: {} }]
  ])('%s: it goes on waiting', async (_, answer) => {
    await keepApplication(keptNumber(1));
    expect(await sendKept(server(answer).post)).toMatchObject([{ answer: undefined }]);
    expect(await keptApplications(now)).toEqual([keptNumber(1)]);
  });

  test('a refusal keeps every answer, and is not sent again by itself', async () => {
    await keepApplication(keptNumber(1));
    const refused = { kind: 'refused', reason: 'waiting-line-full' };
    await sendKept(server(refused).post);
    expect(await keptApplications(now)).toEqual([
      { ...keptNumber(1), state: 'answered', answer: refused }
    ]);
    const { asked, post } = server();
    await sendKept(post);
    expect(asked).toEqual([]);
  });

  test('half a form is never sent', async () => {
    await keepApplication(keptNumber(1, { state: 'typing' }));
    const { asked, post } = server();
    await sendKept(post);
    expect(asked).toEqual([]);
    expect(await keys()).toEqual([1]);
  });

  test('what only the open page holds is sent as well', async () => {
    const { asked, post } = server({ kind: 'taken' });
    await sendKept(post, [keptNumber(3)]);
    expect(asked).toHaveLength(1);
  });

  test('two tabs send one application once', async () => {
    await keepApplication(keptNumber(1));
    const { asked, post } = server({ kind: 'taken' }, { kind: 'taken' });
    await Promise.all([sendKept(post), sendKept(post)]);
    expect(asked).toHaveLength(1);
  });
});

describe('keeping', () => {
  test('what is past its time is removed by looking', async () => {
    await keepApplication(keptNumber(1, { forgetAt: now }));
    await keepApplication(keptNumber(2));
    expect(await keys()).toEqual([2]);
    expect(await lookAtAll('unsent')).toHaveLength(1);
  });

  test('a fresh key takes the place of the old one', async () => {
    await keepApplication(keptNumber(1));
    await keepApplication(keptNumber(2), keptNumber(1).key);
    expect(await keys()).toEqual([2]);
  });

  test('other pages hear what became of it', async () => {
    const heard: Told[] = [];
    const both = new Promise<void>((resolve) => {
      const stop = listen((told) => {
        if (heard.push(told) < 2) return;
        stop();
        resolve();
      });
    });
    await keepApplication(keptNumber(1));
    await forgetApplication(keptNumber(1).key, 'taken');
    await both;
    expect(heard.map(({ became }) => became)).toEqual(['changed', 'taken']);
  });
});
