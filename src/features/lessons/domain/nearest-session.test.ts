import { expect, test } from 'vitest';
import { nearestSession } from './nearest-session.ts';

const sayama = { code: 'a', venueId: 'sayama' };
const chuo = { code: 'b', venueId: 'chuo' };
const laterAtChuo = { code: 'c', venueId: 'chuo' };
const planned = [sayama, chuo, laterAtChuo];

test.each([
  ['no hall chosen: the soonest', planned, undefined, { session: sayama, where: 'anywhere' }],
  ['the soonest at the chosen hall', planned, 'chuo', { session: chuo, where: 'near' }],
  [
    'no date there: the soonest elsewhere',
    planned,
    'nangai',
    { session: sayama, where: 'elsewhere' }
  ],
  ['nothing is planned', [], 'chuo', undefined]
])('%s', (_, sessions, venueId, nearest) => {
  expect(nearestSession(sessions, venueId)).toEqual(nearest);
});
