/**
 * A quasi-group of ten digits of which no two neighbours may be swapped unnoticed.
 *
 * Source: H. Michael Damm, Total anti-symmetrische Quasigruppen, Marburg 2004.
 */
const NEXT = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790'
] as const;

/**
 * The digit that, written after some digits, gives away every single wrong digit among them and every
 * swap of two neighbours, itself included. Digits that stand at different places of a longer number
 * may begin at different starts: then exchanging the places is noticed as well.
 */
export function checkDigitOf(digits: string, start: number): string {
  let state = start;
  for (const digit of digits) state = Number(NEXT[state]?.[Number(digit)]);
  return String(state);
}
