import { loadCity } from './city.ts';

declare const __CITY__: string | undefined;

/** The city this build serves (`CITY` at build); scripts outside the build read the setting. */
export const city = loadCity(
  typeof __CITY__ === 'string' ? __CITY__ : (process.env['CITY'] ?? 'higashiyamato')
);
