import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/time/instant.ts';
import { engines } from '#tests/support/engines.ts';
import { mailTown } from '#tests/support/mail-town.ts';
import { classPlan } from '#tests/support/workshops.ts';
import { cancelApplication } from '../cancel-sign-up.ts';
import { stopContact } from '../desk/stop-contact.ts';

const planned = classPlan.sessions[0]!;
const twoDaysBefore = planned.startsAt - 48 * HOUR_MS;

describe.each(engines)('48 hours before a date on $name', ({ open }) => {
  const town = mailTown(open);
  const { send, notices, workshop, apply } = town;

  test('everybody with a seat is reminded once; who waits, cancelled or wants none is not', async () => {
    const { code } = await workshop({ seats: 3 });
    const seated = await apply(code);
    const cancelled = await apply(code);
    const stopped = await apply(code);
    await apply(code);
    await send();
    await cancelApplication(town.db, {
      ...{ signUpId: cancelled.signUpId, by: 'applicant', actor: 'applicant', now: town.now }
    });
    await stopContact(town.db, {
      ...{ personId: stopped.personId, reason: 'hospital', actor: 'clerk', now: town.now }
    });
    await town.db.deleteFrom('notice').execute();
    town.smtp.received.length = 0;

    town.now = twoDaysBefore - 1;
    await send();
    expect(town.smtp.received).toEqual([]);
    town.now = twoDaysBefore;
    await send();
    town.now += HOUR_MS;
    await send();
    expect(town.smtp.received.map(({ to, subject }) => [to, subject])).toEqual([
      [[`a${seated.number}@example.jp`], 'もうすぐです:はじめてのスマホ']
    ]);
  });

  test('a moved date has a reminder of its own, and one that is called off has none', async () => {
    const [moved, off] = [await workshop(), await workshop()];
    await apply(moved.code);
    await apply(off.code);
    town.now = twoDaysBefore;
    await send();
    town.smtp.received.length = 0;
    const reason = { ja: '講師の都合', en: '' };
    const to = {
      ...{ startsAt: planned.startsAt + 7 * DAY_MS, endsAt: planned.endsAt + 7 * DAY_MS },
      ...{ venueId: 'sayama', bringJa: '', bringEn: '' }
    };
    await town.change(moved.sessionId, { kind: 'changed', to, reason });
    await town.change(off.sessionId, { kind: 'cancelled', reason });
    await send();
    expect(town.smtp.received.map(({ subject }) => subject).toSorted()).toEqual([
      '中止のお知らせ:はじめてのスマホ',
      '日時や場所が変わります:はじめてのスマホ'
    ]);
    town.now = twoDaysBefore + 7 * DAY_MS;
    await send();
    const reminders = town.smtp.received.filter(({ subject }) => subject.startsWith('もうすぐ'));
    expect(reminders.map(({ text }) => text.includes('令和8年12月8日'))).toEqual([true]);
  });

  test('a reminder that could not go is taken back when its date is called off', async () => {
    const { code, sessionId } = await workshop();
    await apply(code);
    await send();
    town.now = twoDaysBefore;
    town.smtp.manner.recipient = () => 550;
    await send();
    const ofReminder = async () =>
      (await notices()).find(({ kind }) => kind === 'session-reminder')?.state;
    expect(await ofReminder()).toBe('not-reached');
    await town.change(sessionId, { kind: 'cancelled', reason: { ja: '台風', en: '' } });
    await send();
    expect(await ofReminder()).toBe('not-wanted');
  });
});
