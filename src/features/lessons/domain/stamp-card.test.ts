import { describe, expect, test } from 'vitest';
import { finishReading, openStep, passCheck } from './progress.ts';
import { isStamped, stampPlaces, stampPlacesOf } from './stamp-card.ts';

const stampsOf = (device: Parameters<typeof isStamped>[2]) =>
  stampPlaces.filter((place) => isStamped(place, '0-1', device));

describe('stamps of a lesson', () => {
  test.each([
    ['nothing', { progress: {}, practised: [] }, []],
    ['begun, not read to its end', { progress: openStep({}, '0-1', 3, 1), practised: [] }, []],
    ['read', { progress: finishReading({}, '0-1', 1), practised: [] }, ['read']],
    ['rehearsed first', { progress: {}, practised: ['0-1'] }, ['practised']],
    ['finished', { progress: passCheck({}, '0-1', 1), practised: [] }, ['read', 'checked']],
    ['another lesson', { progress: passCheck({}, '2-7', 1), practised: ['2-7'] }, []]
  ])('%s', (_, device, stamps) => {
    expect(stampsOf(device)).toEqual(stamps);
  });

  test('a lesson without a rehearsal has two places', () => {
    expect(stampPlacesOf({ practice: null })).toEqual(['read', 'checked']);
    expect(stampPlacesOf({ practice: '0-1' })).toEqual(['read', 'practised', 'checked']);
  });
});
