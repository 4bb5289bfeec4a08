/** 482-1937: a number of seven digits in two groups, as it is read out. */
export function numberInGroups(number: string): string {
  return `${number.slice(0, 3)}-${number.slice(3)}`;
}
