import { expect, test } from 'vitest';
import { rosterQrOf, ticketHashOfRosterQr } from './roster-qr.ts';

test('a printed line is found by its QR, and by no other', () => {
  const hash = '0123456789abcdef'.repeat(2);
  expect(ticketHashOfRosterQr(rosterQrOf(hash))).toBe(hash);
  for (const text of [
    '',
    hash,
    'engawa-line:',
    'engawa-line:x',
    'https://example.jp/receipt?t=1'
  ]) {
    expect(ticketHashOfRosterQr(text)).toBeUndefined();
  }
});
