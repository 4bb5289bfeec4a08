import { box, circle, dots, type Drawing } from './shape.ts';

const head = { d: circle(32, 24, 15), fill: 'skin' } as const;
const shoulders = 'M6 60c0-14 8-20 20-20h12c12 0 20 6 20 20z';
const smile: Drawing = [{ d: dots([26, 26], [38, 26]), weight: 1.5 }, { d: 'M27 32q5 4 10 0' }];
const shortHair = 'M17 22C17 12 23 6 32 6s15 6 15 16c-5-1-8-4-10-7-4 5-12 8-20 7z';

/** Heads and shoulders: alone as a sign, large in a picture of people. */
export const peopleSigns = {
  person: [{ d: shoulders, fill: 'sky' }, head, ...smile],
  learner: [
    { d: shoulders, fill: 'leaf' },
    { d: circle(32, 7, 4.5), fill: 'grey' },
    head,
    { d: 'M16 24c0-11 6-17 16-17s16 6 16 17c-6-2-11-5-14-9-4 5-10 8-18 9z', fill: 'grey' },
    ...smile,
    { d: 'M24 41l8 7 8-7' }
  ],
  relative: [
    { d: 'M15 40C14 34 14 14 20 9c6-6 18-6 24 0 6 5 6 25 5 31z', fill: 'quiet' },
    { d: shoulders, fill: 'hint' },
    {
      d: 'M18 24c0-3 1-5 2-7 8 1 14-1 17-5 3 3 6 5 8 6 1 2 1 4 1 6a14 14 0 0 1-28 0z',
      fill: 'skin'
    },
    ...smile
  ],
  family: [
    { d: 'M4 58c0-13 5-19 14-19s14 6 14 19z', fill: 'leaf' },
    { d: 'M32 58c0-13 5-19 14-19s14 6 14 19z', fill: 'sky' },
    { d: circle(18, 23, 12), fill: 'skin' },
    { d: 'M6 22C6 14 11 9 18 9s12 5 12 13c-4-1-7-3-9-6-3 4-9 6-15 6z', fill: 'grey' },
    { d: circle(46, 23, 12), fill: 'skin' },
    { d: 'M34 21c0-8 5-12 12-12s12 4 12 12c-4-1-6-2-8-5-3 3-9 5-16 5z', fill: 'quiet' },
    { d: dots([14, 25], [22, 25], [42, 25], [50, 25]), weight: 1.2 },
    { d: circle(32, 42, 8), fill: 'skin' },
    { d: dots([29, 44], [35, 44]) },
    { d: 'M24 41c0-6 3-9 8-9s8 3 8 9c-5 0-11 0-16 0z', fill: 'help' },
    { d: 'M20 60c0-7 5-10 12-10s12 3 12 10z', fill: 'hint' }
  ],
  supporter: [
    { d: shoulders, fill: 'card' },
    { d: 'M14 60V42c3-1 7-2 10-2l8 10 8-10c3 0 7 1 10 2v18z', fill: 'learn' },
    {
      d: 'M43 55c-4-2.5-5.5-4-5.5-6.5 0-3 4-4 5.5-.5 1.5-3.5 5.5-2.5 5.5.5 0 2.5-1.5 4-5.5 6.5z',
      fill: 'card',
      line: 'card',
      weight: 0.4
    },
    head,
    { d: shortHair, fill: 'quiet' },
    ...smile
  ],
  staff: [
    { d: shoulders, fill: 'sky' },
    { d: 'M25 40l7 8 7-8' },
    head,
    { d: shortHair, fill: 'help' },
    ...smile,
    { d: 'M22 41l8 11M42 41l-8 11', line: 'join' },
    { d: box(25, 50, 14, 10, 2), fill: 'card' },
    { d: 'M29 55h6' }
  ],
  police: [
    { d: shoulders, fill: 'join' },
    { d: 'M24 40l8 9 8-9z', fill: 'card' },
    head,
    { d: 'M12 14c0-6 9-10 20-10s20 4 20 10l-5 5H17z', fill: 'join' },
    { d: 'M15 19h34c0 3-7 5-17 5s-17-2-17-5z', fill: 'quiet' },
    { d: circle(32, 12, 2.5), fill: 'sun', line: 'none' },
    { d: dots([26, 29], [38, 29]), weight: 1.5 },
    { d: 'M28 34q4 3 8 0' },
    { d: dots([32, 55]), line: 'card', weight: 1.3 }
  ],
  doctor: [
    { d: shoulders, fill: 'card' },
    { d: 'M24 40l8 10 8-10z', fill: 'leaf' },
    head,
    { d: shortHair, fill: 'grey' },
    ...smile,
    { d: 'M20 41v6c0 10 12 10 12 2M46 41v9', line: 'learn' },
    { d: circle(46, 53, 3), fill: 'card', line: 'learn' }
  ],
  stranger: [
    { d: shoulders, fill: 'quiet' },
    { d: circle(32, 25, 15), fill: 'grey' },
    { d: 'M6 18h52', weight: 1.8 },
    { d: 'M18 18c0-8 3-14 8-14 3 0 4 2 6 2s3-2 6-2c5 0 8 6 8 14z', fill: 'quiet' },
    {
      d: 'M20 24h10a1 1 0 0 1 1 1c0 4-3 6-6 6s-6-3-6-6zM34 24h10l1 1c0 3-3 6-6 6s-6-2-6-6z',
      fill: 'quiet'
    },
    { d: 'M28 36h8' }
  ]
} as const satisfies Record<string, Drawing>;
