import { box, circle, dots, type Drawing } from './shape.ts';

const bubble =
  'M11 7h42a7 7 0 0 1 7 7v23a7 7 0 0 1-7 7H33L18 58l2-14h-9a7 7 0 0 1-7-7V14a7 7 0 0 1 7-7z';

/** The hand and what people do. */
export const handSigns = {
  finger: [
    {
      d: 'M21 38V10a5 5 0 0 1 10 0v22a4.5 4.5 0 0 1 8 1 4.5 4.5 0 0 1 7.5 2.5 4.5 4.5 0 0 1 6.5 4v9c0 8-6 12-14 12h-8c-5 0-8-2-11-6L10 41c-2-3-2-5 0-6.5 2-1.5 5-1 6.5 1z',
      fill: 'skin'
    },
    { d: 'M31 32v6M39 34v5M46.5 37v4' }
  ],
  hand: [
    {
      d: 'M10 40V20a4.5 4.5 0 0 1 9 0v-8a4.5 4.5 0 0 1 9 0v-2a4.5 4.5 0 0 1 9 0v6a4.5 4.5 0 0 1 9 0v22l4-6c2-3 5-4 7-2.500s2 4 1 6L48 52c-3 6-8 8.5-14 8.500h-8c-10 0-16-7-16-15z',
      fill: 'skin'
    },
    { d: 'M19 20v14M28 12v20M37 16v16' }
  ],
  eye: [
    { d: 'M4 32c7-11 17-17 28-17s21 6 28 17c-7 11-17 17-28 17S11 43 4 32z', fill: 'card' },
    { d: circle(32, 32, 10), fill: 'learn' },
    { d: dots([36, 28]), line: 'card', weight: 1.6 }
  ],
  ear: [
    {
      d: 'M22 30C20 16 27 5 39 5s19 9 19 20c0 9-5 13-9 18-3 4-3 8-5 12-2 5-8 6-13 4-4-2-6-6-5-11',
      fill: 'skin'
    },
    { d: 'M31 28c-1-7 2-12 8-12s9 4 9 9c0 7-8 7-9 14-1 3-3 4-6 3' },
    { d: 'M13 20c-3 7-3 15 0 22M5 14c-3 11-3 23 0 34', line: 'learn' }
  ],
  talk: [
    { d: bubble, fill: 'leaf' },
    { d: dots([19, 26], [32, 26], [45, 26]), weight: 2.2 }
  ],
  think: [
    {
      d: 'M18 42C9 42 4 36 4 30c0-7 5-11 11-12 1-8 8-13 17-13 8 0 15 4 17 11 7 1 11 6 11 13 0 8-5 13-13 13z',
      fill: 'card'
    },
    { d: circle(19, 51, 4), fill: 'card' },
    { d: dots([9, 59]), weight: 1.6 },
    { d: dots([20, 25], [32, 25], [44, 25]), weight: 2.2 }
  ],
  fingerprint: [
    { d: box(4, 4, 56, 56, 14), fill: 'leaf' },
    {
      d: 'M17 27c2-9 8-14 15-14s14 6 15 15c0 6 0 10-1 14M24 46c-2-4-3-8-2-14 0-7 4-11 10-11s9 5 9 11c0 8-1 13-3 18M32 31c0 8-1 14-1 20',
      line: 'learn'
    }
  ],
  face: [
    {
      d: 'M5 19V11a6 6 0 0 1 6-6h8M45 5h8a6 6 0 0 1 6 6v8M59 45v8a6 6 0 0 1-6 6h-8M19 59h-8a6 6 0 0 1-6-6v-8'
    },
    { d: circle(32, 32, 18), fill: 'skin' },
    { d: dots([26, 29], [38, 29]), weight: 1.6 },
    { d: 'M25 38q7 6 14 0' }
  ]
} as const satisfies Record<string, Drawing>;
