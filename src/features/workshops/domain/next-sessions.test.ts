import { describe, expect, test } from 'vitest';
import { nextSessions } from './next-sessions.ts';
import type { WorkshopView } from './workshop-view.ts';

const now = 1_000;
const workshop = (changed: Partial<WorkshopView> = {}): WorkshopView => ({
  id: 'w',
  code: 'C12',
  kind: 'class',
  title: { ja: '{初|はじ}めてのスマホ', en: 'First steps' },
  about: { ja: '', en: '' },
  bring: { ja: '', en: '' },
  venueId: 'sayama',
  roomId: undefined,
  host: 'city',
  hostName: '',
  phoneQuotas: {},
  loanPhones: 0,
  state: 'open',
  selection: 'first-come',
  opensAt: 0,
  closesAt: 2_000,
  seats: 10,
  longestLine: 5,
  confirmed: 7,
  waiting: 0,
  sessions: [{ id: 's', startsAt: 3_000, endsAt: 4_000, state: 'planned' }],
  ...changed
});
const place = {
  id: 'sayama',
  name: { ja: '狭山公民館', en: 'Sayama Community Hall' },
  kana: 'さやまこうみんかん',
  address: '',
  telephone: '',
  rooms: []
};
const next = (...workshops: WorkshopView[]) =>
  nextSessions({ takenAt: now, workshops, places: [place] }, now);

describe('nextSessions', () => {
  test('a coming date is told in plain words, with its seats', () => {
    expect(next(workshop())).toEqual([
      {
        code: 'C12',
        kind: 'class',
        title: { ja: '初めてのスマホ', en: 'First steps' },
        venueId: 'sayama',
        venue: { ja: '狭山公民館', en: 'Sayama Community Hall' },
        startsAt: 3_000,
        seatsLeft: 3
      }
    ]);
  });

  test.each([
    ['nobody counts the seats of a salon', { selection: 'none' }, null],
    ['nor of a lottery', { selection: 'lottery' }, null],
    ['somebody waits', { confirmed: 9, waiting: 1 }, 0],
    ['sign-up is over', { closesAt: now }, 0],
    ['sign-up has not opened', { opensAt: now + 1, confirmed: 0 }, 10]
  ] as const)('%s', (_, changed, seatsLeft) => {
    expect(next(workshop(changed))[0]?.seatsLeft).toBe(seatsLeft);
  });

  test('what is over or cancelled is not next; what is sooner comes first', () => {
    const later = workshop({
      id: 'later',
      code: 'C13',
      sessions: [
        { id: 'a', startsAt: 500, endsAt: now, state: 'planned' },
        { id: 'b', startsAt: 9_000, endsAt: 9_500, state: 'planned' },
        { id: 'c', startsAt: 2_000, endsAt: 2_500, state: 'cancelled' }
      ]
    });
    const sessions = next(later, workshop(), workshop({ id: 'x', state: 'cancelled' }));
    expect(sessions.map(({ startsAt }) => startsAt)).toEqual([3_000, 9_000]);
  });

  test('of many dates the soonest are told, and those after them only where a place has no other', () => {
    const many = workshop({
      sessions: Array.from({ length: 25 }, (_, index) => ({
        id: `s${index}`,
        startsAt: 3_000 + index,
        endsAt: 4_000 + index,
        state: 'planned' as const
      }))
    });
    const faraway = workshop({
      venueId: 'chuo',
      sessions: [{ id: 'z', startsAt: 9_000, endsAt: 9_500, state: 'planned' }]
    });
    const sessions = next(many, faraway);
    expect(sessions).toHaveLength(21);
    expect(sessions.at(-1)).toMatchObject({ venueId: 'chuo', startsAt: 9_000 });
  });
});
