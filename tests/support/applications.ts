import type { Application } from '#features/workshops/domain/application.ts';

/** Somebody who applies; every number is another person with a telephone of their own. */
export function applicantNumber(number: number, changed: Partial<Application> = {}): Application {
  return {
    kana: `さとう ${inKana(number)}`,
    name: `佐藤 ${inKana(number)}`,
    phone: `090${String(number).padStart(8, '0')}`,
    town: undefined,
    ageBand: '75-84',
    phoneFamily: 'android',
    wantsLoanPhone: false,
    companions: 0,
    needs: [],
    way: 'phone',
    ...changed
  };
}

/** A form's key, as the server renders it. */
export function keyNumber(number: number): string {
  return String(number).padStart(32, '0');
}

function inKana(number: number): string {
  const letters = 'あいうえおかきくけこ';
  return Array.from(String(number), (digit) => letters[Number(digit)]).join('');
}
