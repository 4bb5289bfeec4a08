import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { logPathOf, presetFor, readTicketHelp, type TicketHelp } from './ticket-log.ts';

const help: TicketHelp = {
  ...{ phoneFamily: 'kantan', minutes: 30, date: '2026-12-01', venueId: 'sayama' }
};
const hashOf = (told: TicketHelp) => new URL(logPathOf(told), 'https://engawa.example').hash;

describe('a log that begins from a number ticket', () => {
  test.each([
    [1, 15],
    [22, 15],
    [23, 30],
    [37.5, 30],
    [100, 90],
    [400, 120]
  ])('%d minutes by the clock are %d in the log', (minutes, preset) => {
    expect(presetFor(minutes * MINUTE_MS)).toBe(preset);
  });

  test('says what the ticket told, on its own day', () => {
    expect(readTicketHelp(hashOf(help), '2026-12-01')).toEqual(help);
    const elsewhere = { ...help, venueId: undefined };
    expect(readTicketHelp(hashOf(elsewhere), '2026-12-01')).toEqual(elsewhere);
    expect(readTicketHelp(hashOf(help), '2026-12-02')).toBeUndefined();
  });

  test.each(['', '#', '#kantan.31.2026-12-01.sayama', '#phone.30.2026-12-01.', '#a'])(
    'is begun empty by %s',
    (hash) => {
      expect(readTicketHelp(hash, '2026-12-01')).toBeUndefined();
    }
  );
});
