/** What people are asked about themselves; the answers are codes, their words stand in the locales. */

/** Asked in bands, never as a birth date. */
export const ageBands = ['under-65', '65-74', '75-84', '85-over', 'not-told'] as const;
export type AgeBand = (typeof ageBands)[number];

/** かんたん phones have screens of their own; ガラケー are feature phones. */
export const phoneFamilies = ['iphone', 'android', 'kantan', 'garakei', 'none', 'unknown'] as const;
export type PhoneFamily = (typeof phoneFamilies)[number];

/** By which way a record came in. Paper, telephone and counter are equal to the web. */
export const channels = ['web', 'phone', 'paper', 'fax', 'post', 'counter', 'line'] as const;
export type Channel = (typeof channels)[number];

/** How a person wants to be told. `desk`: they ask at the counter themselves. */
export const tellingWays = ['phone', 'post', 'mail', 'line', 'desk'] as const;
export type TellingWay = (typeof tellingWays)[number];

/** What to prepare for a person; asked as that, never as a diagnosis. */
export const needs = [
  'hearing-loop',
  'written-talk',
  'sign-language',
  'wheelchair',
  'calm-seat',
  'large-print'
] as const;
export type Need = (typeof needs)[number];
