import { describe, expect, test } from 'vitest';
import { instantOf } from '#shared/time/instant.ts';
import { decideSlot, decideTaking } from './opened-slot.ts';

const now = instantOf('2026-11-23', '10:00');
const hours = { opens: '09:00', closes: '22:00', closedWeekdays: [1], closures: [] };
const proposal = { date: '2026-12-01', startsAt: '10:00', hours: 2, wanted: 1, host: '窓口 山田' };

describe('a slot for helpers', () => {
  test.each([
    ['one supporter and a named host', {}, '窓口 山田'],
    ['two supporters without a host', { wanted: 2, host: ' ' }, ''],
    ['until closing time itself', { startsAt: '20:00' }, '窓口 山田']
  ])('opens for %s', (_, change, host) => {
    const opened = decideSlot({ ...proposal, ...change }, hours, now);
    expect(opened).toMatchObject({ ok: true, value: { host } });
  });

  test.each([
    ['one supporter and nobody of the place', { host: ' ' }, 'two-people'],
    ['a closed weekday', { date: '2026-11-30' }, 'closed-day'],
    ['a public holiday', { date: '2027-01-01' }, 'closed-day'],
    ['an end after closing', { startsAt: '20:30' }, 'outside-hours'],
    ['an end after midnight', { startsAt: '21:30', hours: 3 }, 'outside-hours'],
    ['a whole day', { hours: 8 }, 'time-wrong'],
    ['nobody wanted', { wanted: 0 }, 'time-wrong'],
    ['a number for a host', { host: '090-1234-5678' }, 'host-guarded'],
    ['a time that is over', { date: '2026-11-20' }, 'in-the-past']
  ])('is not opened with %s', (_, change, type) => {
    expect(decideSlot({ ...proposal, ...change }, hours, now)).toEqual({
      ok: false,
      error: { type }
    });
  });
});

describe('taking a place', () => {
  const slot = { startsAt: now + 100, endsAt: now + 200, wanted: 2, takenBy: ['ume'] };
  const helper = { id: 'sakura', mayHelp: true, busy: [] };
  const fresh = { ok: true, value: { isNew: true } };
  const refused = (type: string) => ({ ok: false, error: { type } });

  test.each([
    ['the last place is given', {}, {}, fresh],
    ['it is given once', { takenBy: ['ume', 'sakura'] }, {}, { ok: true, value: { isNew: false } }],
    ['a full slot is full', { takenBy: ['ume', 'kaede'] }, {}, refused('full')],
    ['a slot that began is gone', { startsAt: now }, {}, refused('not-found')],
    ['somebody suspended takes none', {}, { mayHelp: false }, refused('not-found')],
    [
      'nobody is in two places',
      {},
      { busy: [{ startsAt: now + 150, endsAt: now + 250 }] },
      refused('busy')
    ],
    ['one may follow the other', {}, { busy: [{ startsAt: now, endsAt: now + 100 }] }, fresh]
  ])('%s', (_, slotChange, helperChange, answer) => {
    expect(decideTaking({ ...slot, ...slotChange }, { ...helper, ...helperChange }, now)).toEqual(
      answer
    );
  });
});
