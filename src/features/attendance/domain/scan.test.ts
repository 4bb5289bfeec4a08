import { expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { rosterView } from './roster-view.ts';
import { walkInEntry, type RosterEntry } from './roster.ts';
import { judgeScan } from './scan.ts';

const common = {
  kana: 'あおき はる',
  name: '',
  ageBand: '75-84',
  phoneFamily: 'kantan',
  overCapacity: ''
} as const;
const line = (n: number, over: Partial<RosterEntry>): RosterEntry => ({
  ...walkInEntry(idOf(n), common, n),
  ...{ kind: 'sign-up', place: 'confirmed', ...over }
});
const came = doorFact('attend.checkin', idOf(2), { by: 'qr', late: false }, { at: 1 });
const view = rosterView(
  [
    line(1, { ticketHash: 'aa', receipt: '4711009' }),
    line(2, { ticketHash: 'bb' }),
    line(3, { ticketHash: 'cc', place: 'cancelled' })
  ],
  [came],
  new Set()
);

test.each([
  ['a ticket of somebody expected', { kind: 'ticket', hash: 'aa' }, 'receive', 1],
  ['a ticket of somebody here', { kind: 'ticket', hash: 'bb' }, 'already', 2],
  ['a ticket of somebody who cancelled', { kind: 'ticket', hash: 'cc' }, 'receive', 3],
  ['a ticket for another day', { kind: 'ticket', hash: 'dd' }, 'not-on-list', undefined],
  ['the number on a receipt', { kind: 'number', number: '4711009' }, 'receive', 1],
  ['the number of a line', { kind: 'number', number: '2' }, 'already', 2],
  ['no number of ours', { kind: 'number', number: '9999999' }, 'not-on-list', undefined],
  ['a code of somebody else', { kind: 'strange' }, 'strange', undefined]
] as const)('%s', (_, read, kind, number) => {
  const scan = judgeScan(view, read);
  expect(scan.kind).toBe(kind);
  expect('line' in scan ? scan.line.entry.number : undefined).toBe(number);
});
