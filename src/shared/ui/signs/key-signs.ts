import { box, circle, dots, type Drawing } from './shape.ts';

const key = { d: box(5, 5, 54, 54, 14), fill: 'card' } as const;
const waves: Drawing = [
  { d: 'M6 25c15-14 37-14 52 0M15 36c10-9 24-9 34 0', weight: 1.5 },
  { d: 'M24 46c5-4 11-4 16 0', weight: 1.5 },
  { d: dots([32, 55]), weight: 2.2 }
];
const cell: Drawing = [
  { d: box(4, 18, 49, 28, 6), fill: 'card' },
  { d: 'M59 27v10', weight: 1.5 }
];
const body = { d: box(11, 28, 42, 31, 6), fill: 'sun' } as const;
const keyhole: Drawing = [
  { d: dots([32, 41]), weight: 2.2 },
  { d: 'M32 42v7', weight: 1.2 }
];
const round = { d: circle(32, 32, 27), fill: 'card' } as const;

/** A phone's keys, its states, and the marks it speaks with. */
export const keySigns = {
  power: [key, { d: 'M32 16v15M23 22a14 14 0 1 0 18 0', weight: 1.4 }],
  volume: [
    { d: box(19, 4, 26, 56, 9), fill: 'card' },
    { d: 'M19 32h26' },
    { d: 'M32 12v12M26 18h12M26 46h12', weight: 1.3 }
  ],
  home: [key, { d: 'M17 32 32 18l15 14M22 30v15h20V30' }],
  back: [key, { d: 'M26 18l-9 9 9 9M18 27h16c14 0 15 18 2 18h-8' }],
  recent: [key, { d: box(25, 17, 22, 22, 4) }, { d: box(17, 25, 22, 22, 4), fill: 'card' }],
  wifi: waves.map((shape) => ({ ...shape, line: 'learn' })),
  'no-wifi': [
    ...waves,
    { d: 'M10 10l44 44', line: 'card', weight: 3.2 },
    { d: 'M10 10l44 44', line: 'stop', weight: 1.5 }
  ],
  data: [
    { d: box(4, 44, 9, 15, 2), fill: 'learn' },
    { d: box(20, 33, 9, 26, 2), fill: 'learn' },
    { d: box(36, 20, 9, 39, 2), fill: 'learn' },
    { d: box(51, 6, 9, 53, 2), fill: 'learn' },
    { d: 'M10 27V6m-5 6 5-6 5 6M25 5v18m-5-6 5 6 5-6' }
  ],
  battery: [...cell, { d: box(10, 24, 37, 16, 2), fill: 'learn', line: 'none' }],
  'battery-low': [...cell, { d: box(10, 24, 9, 16, 2), fill: 'stop', line: 'none' }],
  charger: [
    { d: 'M23 5v14M41 5v14', weight: 1.3 },
    { d: 'M13 19h38v10c0 10-7 17-16 17h-6c-9 0-16-7-16-17z', fill: 'grey' },
    { d: 'M32 46v5c0 4 2 8 8 8h10' },
    { d: 'm33 23-6 9h9l-5 9', line: 'help' }
  ],
  update: [
    { d: 'M9 27A24 24 0 0 1 53 22M55 37a24 24 0 0 1-44 5', line: 'learn', weight: 1.5 },
    { d: 'M55 9v14H41M9 55V41h14', line: 'learn', weight: 1.5 }
  ],
  storage: [
    { d: box(7, 5, 50, 51, 4), fill: 'hint' },
    { d: 'M7 22h50M7 39h50M13 56v3M51 56v3' },
    { d: 'M27 14h10M27 31h10M27 48h10', weight: 1.3 }
  ],
  lock: [{ d: 'M20 28v-9a12 12 0 0 1 24 0v9' }, body, ...keyhole],
  unlock: [{ d: 'M20 28V17a12 12 0 0 1 23-5' }, body, ...keyhole],
  key: [
    { d: 'M28 36 56 8M46 18l9 9M37 27l7 7', weight: 1.6 },
    { d: circle(19, 45, 14), fill: 'sun' },
    { d: circle(16, 48, 3), fill: 'card' }
  ],
  keypad: [
    { d: box(9, 4, 46, 56, 8), fill: 'card' },
    {
      d: dots(
        [20, 16],
        [32, 16],
        [44, 16],
        [20, 27],
        [32, 27],
        [44, 27],
        [20, 38],
        [32, 38],
        [44, 38],
        [32, 49]
      ),
      weight: 2.2
    }
  ],
  airplane: [
    {
      d: 'M32 4c3 0 5 4 5 9v10l23 14v7l-23-7v11l7 5v6l-12-3-12 3v-6l7-5V37L4 44v-7l23-14V13c0-5 2-9 5-9z',
      fill: 'sky'
    }
  ],
  link: [
    { d: 'M28 39a12 12 0 0 1-2-17L35 12a12 12 0 0 1 17 17l-6 6', line: 'join', weight: 1.7 },
    { d: 'M36 25a12 12 0 0 1 2 17L29 52a12 12 0 0 1-17-17l6-6', line: 'join', weight: 1.7 }
  ],
  download: [
    { d: 'M6 42v11a5 5 0 0 0 5 5h42a5 5 0 0 0 5-5V42' },
    { d: 'M32 6v36M18 29l14 14 14-14', line: 'join', weight: 1.6 }
  ],
  trash: [
    { d: 'M13 17h38l-4 38a5 5 0 0 1-5 4H22a5 5 0 0 1-5-4z', fill: 'grey' },
    { d: 'M7 17h50M24 17v-9a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v9M26 27l1 22M38 27l-1 22' }
  ],
  pencil: [
    { d: 'M46 6l12 12-36 36-16 4 4-16z', fill: 'sun' },
    { d: 'M10 42l12 12-16 4z', fill: 'skin' },
    { d: 'M38 14l12 12' }
  ],
  plus: [round, { d: 'M32 18v28M18 32h28', line: 'learn', weight: 2 }],
  minus: [round, { d: 'M18 32h28', line: 'learn', weight: 2 }],
  up: [{ d: 'M32 5 57 32H43v26H21V32H7z', fill: 'sun' }],
  down: [{ d: 'M32 59 7 32h14V6h22v26h14z', fill: 'sun' }],
  left: [{ d: 'M5 32 32 7v14h26v22H32v14z', fill: 'sun' }],
  right: [{ d: 'M59 32 32 57V43H6V21h26V7z', fill: 'sun' }],
  check: [
    { d: circle(32, 32, 27), fill: 'learn', line: 'learn' },
    { d: 'm19 33 9 10 18-21', line: 'card', weight: 2 }
  ],
  cross: [
    { d: circle(32, 32, 26), fill: 'card', line: 'stop', weight: 1.5 },
    { d: 'm22 22 20 20m0-20L22 42', line: 'stop', weight: 1.8 }
  ],
  stop: [
    { d: circle(32, 32, 27), fill: 'stop', line: 'stop' },
    { d: 'M18 32h28', line: 'card', weight: 3.2 }
  ],
  warning: [
    { d: 'M28 8q4-6 8 0l23 41q3 8-5 8H10q-8 0-5-8z', fill: 'sun' },
    { d: 'M32 22v15', weight: 1.8 },
    { d: dots([32, 47]), weight: 2.2 }
  ],
  question: [
    { d: circle(32, 32, 27), fill: 'hint' },
    { d: 'M23 25c0-6 4-9 9-9s9 3 9 9c0 7-9 6-9 13', weight: 1.7 },
    { d: dots([32, 48]), weight: 2.2 }
  ],
  shield: [
    { d: 'M32 4c7 5 15 7 24 7v19c0 15-9 25-24 30C17 55 8 45 8 30V11c9 0 17-2 24-7z', fill: 'leaf' },
    { d: 'm20 31 9 10 16-19', line: 'learn', weight: 1.8 }
  ],
  star: [
    {
      d: 'M32 5l7.5 17.5 19 1.5-14.5 12.5 4.5 18.500L32 45 15.5 55 20 36.5 5.5 24l19-1.500z',
      fill: 'sun'
    }
  ],
  heart: [
    {
      d: 'M32 57C16 45 5 35 5 22c0-9 6-15 14-15 6 0 10 3 13 9 3-6 7-9 13-9 8 0 14 6 14 15 0 13-11 23-27 35z',
      fill: 'blush',
      line: 'stop'
    }
  ]
} as const satisfies Record<string, Drawing>;
