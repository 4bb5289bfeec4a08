/** The language prefix of an address: Japanese has none. */
export function match(param: string): param is 'en' {
  return param === 'en';
}
