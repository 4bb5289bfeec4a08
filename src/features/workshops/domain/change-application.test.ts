import { describe, expect, test } from 'vitest';
import { classPlan, whileOpen } from '#tests/support/workshops.ts';
import {
  contentOfChange,
  fieldsOfStanding,
  mayChange,
  readChange,
  waysToChoose,
  type ChangeFields,
  type StandingApplication
} from './change-application.ts';

const standing: StandingApplication = {
  ...{ status: 'confirmed', companions: 1, wantsLoanPhone: true, needs: ['wheelchair'] },
  ...{ phone: '09012345678', way: 'phone' }
};
const lending = { loanPhones: 4 };
const read = (
  changed: Partial<ChangeFields>,
  now: StandingApplication = standing,
  form = lending
) => readChange({ ...fieldsOfStanding(now), ...changed }, now, form);
const { status: _, ...asItStands } = standing;

describe('readChange', () => {
  test('a form that was not touched changes nothing, and shows no telephone number', () => {
    expect(fieldsOfStanding(standing).phone).toBe('');
    expect(read({})).toEqual({ ok: true, value: asItStands });
  });

  test.each([
    ['companions', { companions: '3' }, { companions: 3 }],
    ['no loan phone', { loanPhone: 'no' }, { wantsLoanPhone: false }],
    ['needs', { needs: ['calm-seat', 'written-talk'] }, { needs: ['written-talk', 'calm-seat'] }],
    ['nothing to prepare', { needs: [] }, { needs: [] }],
    ['another number', { phone: '042-563-0123' }, { phone: '0425630123' }],
    ['no telephone any more', { noPhone: 'yes' }, { phone: undefined, way: 'desk' }],
    ['asking at the desk', { way: 'desk' }, { way: 'desk' }]
  ] as const)('%s', (_, changed, value) => {
    expect(read(changed)).toEqual({ ok: true, value: { ...asItStands, ...value } });
  });

  test.each([
    ['four companions', { companions: '4' }, { companions: 'companionsNotChosen' }],
    ['half a number', { phone: '0425' }, { phone: 'phoneNotANumber' }],
    ['a number and none', { phone: '0425630123', noPhone: 'yes' }, { phone: 'phoneOrNone' }],
    ['a need nobody offers', { needs: ['a-lift'] }, { needs: 'needsUnknown' }],
    ['letters, which were not arranged', { way: 'post' }, { way: 'wayNotChosen' }]
  ] as const)('%s is told by the sentence of applying', (_, changed, error) => {
    expect(read(changed)).toEqual({ ok: false, error });
  });

  test('letters that were arranged at the desk stay, or give way to the telephone', () => {
    const byPost: StandingApplication = { ...standing, way: 'post' };
    expect(waysToChoose(byPost)).toEqual(['phone', 'desk', 'post']);
    expect(read({}, byPost)).toMatchObject({ value: { way: 'post' } });
    expect(read({ way: 'phone' }, byPost)).toMatchObject({ value: { way: 'phone' } });
  });

  test('mail that was chosen when applying stays, without a telephone too', () => {
    const byMail: StandingApplication = { ...standing, way: 'mail', phone: undefined };
    expect(waysToChoose(byMail)).toEqual(['phone', 'desk', 'mail']);
    expect(read({ companions: '2' }, byMail)).toMatchObject({ value: { way: 'mail' } });
  });

  test('a class that lends none does not ask, and changes nothing about it', () => {
    expect(read({ loanPhone: '' }, standing, { loanPhones: 0 })).toMatchObject({
      value: { wantsLoanPhone: true }
    });
  });

  test('who had no telephone may tell one', () => {
    const without: StandingApplication = { ...standing, phone: undefined, way: 'desk' };
    expect(read({}, without)).toMatchObject({ value: { phone: undefined, way: 'desk' } });
    const told = { phone: '0425630123', noPhone: '', way: 'phone' };
    expect(read(told, without)).toMatchObject({ value: { phone: '0425630123', way: 'phone' } });
    expect(read({ noPhone: '' }, without)).toMatchObject({ error: { phone: 'phoneEmpty' } });
  });

  test('two changes are the same whatever the order of ticking', () => {
    const [one, other] = [
      read({ needs: ['wheelchair', 'calm-seat'] }),
      read({ needs: ['calm-seat', 'wheelchair'] })
    ];
    if (!one.ok || !other.ok) throw new Error('not read');
    expect(contentOfChange(one.value)).toBe(contentOfChange(other.value));
  });
});

describe('mayChange', () => {
  const open = { state: 'open', closesAt: classPlan.closesAt };

  test.each([
    ['while one may apply', 'confirmed', open, whileOpen, undefined],
    ['in the waiting line', 'waiting', open, whileOpen, undefined],
    ['once it is cancelled', 'cancelled', open, whileOpen, 'sign-up-cancelled'],
    [
      'when the class is called off',
      'confirmed',
      { ...open, state: 'cancelled' },
      whileOpen,
      'workshop-cancelled'
    ],
    ['closing time itself is too late', 'confirmed', open, classPlan.closesAt, 'sign-up-closed']
  ] as const)('%s', (_, status, workshop, now, type) => {
    expect(mayChange(status, workshop, now)?.type).toBe(type);
  });
});
