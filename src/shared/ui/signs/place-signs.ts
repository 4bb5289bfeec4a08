import { box, circle, dots, type Drawing } from './shape.ts';

/** Where one goes, and what comes out of the sky and the ground. */
export const placeSigns = {
  hall: [
    { d: 'M10 27h44v31H10z', fill: 'card' },
    { d: 'M4 28 32 7l28 21z', fill: 'skin' },
    { d: box(18, 35, 10, 10, 1), fill: 'sky' },
    { d: 'M36 58V35h12v23', fill: 'leaf' },
    { d: 'M4 58h56' },
    { d: dots([32, 20]), weight: 1.8 }
  ],
  'city-hall': [
    { d: 'M32 18V4l12 4-12 5', fill: 'leaf' },
    { d: 'M8 31h48v27H8z', fill: 'card' },
    { d: 'M18 18h28v40H18z', fill: 'sky' },
    { d: 'M26 28h0M38 28h0M26 38h0M38 38h0M13 41h0M51 41h0M13 50h0M51 50h0', weight: 1.7 },
    { d: 'M27 58V47h10v11', fill: 'card' },
    { d: 'M4 58h56' }
  ],
  hospital: [
    { d: box(9, 8, 46, 50, 3), fill: 'card' },
    { d: 'M28 15h8v7h7v8h-7v7h-8v-7h-7v-8h7z', fill: 'sky', line: 'join' },
    { d: 'M26 58V46h12v12', fill: 'leaf' },
    { d: 'M16 46h3M45 46h3M4 58h56' }
  ],
  shop: [
    { d: 'M9 26h46v32H9z', fill: 'card' },
    { d: 'M10 8h44l6 16c0 8-11 8-14 1-3 7-11 7-14 0-3 7-11 7-14 0-3 7-14 7-14-1z', fill: 'hint' },
    { d: 'M22 8l-4 17M32 8v17M42 8l4 17' },
    { d: box(15, 37, 18, 13, 1), fill: 'sky' },
    { d: 'M39 58V37h10v21M4 58h56' }
  ],
  house: [
    { d: 'M13 29h38v29H13z', fill: 'card' },
    { d: 'M43 8h6v12h-6z', fill: 'grey' },
    { d: 'M5 32 32 7l27 25z', fill: 'skin' },
    { d: box(19, 38, 11, 10, 1), fill: 'hint' },
    { d: 'M37 58V39h8v19M4 58h56' }
  ],
  desk: [
    { d: circle(32, 15, 10), fill: 'skin' },
    { d: 'M22 14c0-7 4-10 10-10s10 3 10 10c-8 0-13-1-20 0z', fill: 'quiet' },
    { d: dots([28, 18], [36, 18]), weight: 1.2 },
    { d: 'M13 40c0-10 7-15 19-15s19 5 19 15z', fill: 'sky' },
    { d: 'M4 39h56v8H4z', fill: 'hint' },
    { d: 'M9 47h46v12H9z', fill: 'skin' },
    { d: 'M25 53h14' }
  ],
  rain: [
    {
      d: 'M17 38C9 38 4 33 4 27s5-11 11-11C17 9 23 4 31 4s15 5 16 12c8 0 13 5 13 11s-5 11-12 11z',
      fill: 'sky'
    },
    { d: 'M18 47l-4 10M34 47l-4 12M50 47l-4 10', line: 'join', weight: 1.3 }
  ],
  flood: [
    { d: 'M15 27h34v22H15z', fill: 'card' },
    { d: 'M7 28 32 6l25 22z', fill: 'skin' },
    { d: box(27, 32, 10, 8, 1), fill: 'hint' },
    { d: 'M4 46c5-5 9-5 14 0s9 5 14 0 9-5 14 0 9 5 14 0v13H4z', fill: 'sky', line: 'join' },
    { d: 'M12 55c4-3 8-3 12 0s8 3 12 0 8-3 12 0', line: 'join' }
  ],
  mountain: [
    { d: 'M4 58V18C9 4 19 4 26 15l14 25c5 8 10 13 20 18z', fill: 'leaf' },
    {
      d: 'M22 10c4 14 14 22 18 30 5 8 10 13 20 18H30c0-12-4-20-12-28-4-5-4-14 4-20z',
      fill: 'skin'
    },
    { d: circle(30, 30, 3), fill: 'grey' },
    { d: circle(37, 47, 4), fill: 'grey' },
    { d: circle(48, 31, 6), fill: 'grey' },
    { d: 'M50 17l-2-6M58 24l3-4' }
  ],
  shelter: [
    { d: 'M27 25h31v33H27z', fill: 'card' },
    { d: 'M22 28 42 8l18 18', weight: 1.4 },
    { d: 'M37 58V36h13v22', fill: 'leaf' },
    { d: circle(15, 27, 5), fill: 'learn', line: 'learn' },
    {
      d: 'M15 36l-3 11 7 4 1 8M12 47l-3 6-5 4M15 36l-8 4-2 5M15 36l5 6 7 1',
      line: 'learn',
      weight: 1.5
    }
  ],
  earthquake: [
    { d: 'M16 26l32-4 4 28-34 5z', fill: 'card' },
    { d: 'M6 31 28 6l28 17z', fill: 'skin' },
    { d: 'M33 23l-5 9 8 5-5 9 5 6' },
    { d: 'M4 59l8-4 6 4 8-4 6 4 8-4 6 4 8-4 6 4', line: 'help' },
    { d: 'M6 40v10M59 32v10', line: 'help' }
  ]
} as const satisfies Record<string, Drawing>;
