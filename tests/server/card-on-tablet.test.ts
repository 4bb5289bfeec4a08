import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askCard } from '#app/client/ask-card.ts';
import { endTablet, issueCode } from '#app/server/desk/change-tablet.ts';
import { suspend } from '#app/server/supporters/standing.ts';
import { city } from '#city/current.ts';
import type { Supporter } from '#features/board/server/supporters.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { makeAccount } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { helpNow as now, newSupporter } from '#tests/support/help.ts';
import { applicationFor } from '#tests/support/requests.ts';
import { Tablet } from '#tests/support/tablet.ts';

describe.each(engines)('a card read at the door, on $name', ({ open }) => {
  let opened: TestDb;
  let supporter: Supporter;
  let tablet: Tablet;

  beforeAll(async () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
    opened = await open();
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await opened.close();
  });
  beforeEach(async () => {
    supporter = await newSupporter(opened.db);
    tablet = new Tablet(applicationFor(opened.db, () => now));
    const accountId = await makeAccount(opened.db, 'reception');
    const asked = { name: 'Aの端末', place: '', accountId, actor: accountId, now };
    const issued = await issueCode(opened.db, asked);
    if (!issued.ok) throw new Error(issued.error.type);
    await tablet.enrol(issued.value.code);
  });

  const ask = (code = supporter.cardCode) => askCard(tablet.db, tablet.fetch, code);

  test('is valid until the moment of a suspension, and tells no more than the name', async () => {
    expect(await ask()).toEqual({ kind: 'valid', name: '支援 桜' });
    expect(await ask('AbC-12_xyZ0987')).toEqual({ kind: 'not-valid' });
    await suspend(opened.db, city, {
      ...{ supporterId: supporter.id, reason: 'reported', actor: 'desk', now }
    });
    expect(await ask()).toEqual({ kind: 'not-valid' });
    const looks = await opened.db
      .selectFrom('audit')
      .select('actor')
      .where('entity_id', '=', supporter.id)
      .where('why', '=', 'card')
      .execute();
    expect(looks.map(({ actor }) => actor.startsWith('device:'))).toEqual([true, true]);
  });

  test.each(['lost', 'retired'] as const)('is not asked about by a %s tablet', async (state) => {
    const { deviceId } = (await tablet.db.device.get('this'))!;
    const reason = state === 'lost' ? 'missing' : 'not-needed';
    const ended = await endTablet(opened.db, { id: deviceId, state, reason, actor: 'desk', now });
    expect(ended.ok).toBe(true);
    expect(await ask()).toBe('refused');
  });

  test('is asked about over the network alone, and by an open tablet alone', async () => {
    tablet.cut = /card/;
    expect(await ask()).toBe('offline');
    tablet.cut = undefined;
    const { deviceId, secret } = (await tablet.db.device.get('this'))!;
    tablet.db.vault.lock();
    expect(await ask()).toBe('refused');
    expect(await askedBy(deviceId, secret)).toBe(403);
  });

  test('is not asked about by a phone of a supporter, or one whose PIN nobody chose', async () => {
    for (const accountId of [supporter.accountId, await makeAccount(opened.db, 'reception')]) {
      const phone = await enrolDevice(opened.db, { name: 'x', accountId, now });
      expect(await askedBy(phone.deviceId, phone.secret)).toBe(403);
    }
    expect(await askedBy('0197f5b0-0000-7000-8000-000000000001', 'x'.repeat(43))).toBe(401);
  });

  const askedBy = async (deviceId: string, secret: string) =>
    (
      await tablet.fetch('/api/staff/card', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${deviceId}.${secret}`,
          'content-type': 'application/json'
        },
        body: JSON.stringify({ code: supporter.cardCode })
      })
    ).status;
});
