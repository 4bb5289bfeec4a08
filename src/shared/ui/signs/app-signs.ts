import { box, circle, dots, type Drawing } from './shape.ts';

const rays = 'M52 32h7M46 46l5 5M32 52v7M18 46l-5 5M12 32H5M18 18l-5-5M32 12V5M46 18l5-5';
const handset =
  'M14 8c4-2 8-1 10 3l4 8c1 3 0 6-3 8l-3 2c2 6 7 11 13 13l2-3c2-3 5-4 8-3l8 4c4 2 5 6 3 10-3 6-9 8-15 7C24 54 9 38 7 22 6 16 8 11 14 8z';
/** A line through something that is off. */
const struck: Drawing = [
  { d: 'M9 9l46 46', line: 'card', weight: 3.2 },
  { d: 'M9 9l46 46', line: 'stop', weight: 1.5 }
];
const microphone: Drawing = [
  { d: box(23, 4, 18, 33, 9), fill: 'leaf' },
  { d: 'M12 28c0 12 8 19 20 19s20-7 20-19M32 47v12M21 59h22' }
];
const video: Drawing = [
  { d: 'm43 28 16-9v26l-16-9z', fill: 'card' },
  { d: box(4, 16, 39, 32, 7), fill: 'sky' }
];
const horn = { d: 'M5 24h11l15-13v42L16 40H5z', fill: 'grey' } as const;

/** What one finds on a phone: its tools, as signs to touch. */
export const appSigns = {
  camera: [
    {
      d: 'M9 18h10l5-8h16l5 8h10a5 5 0 0 1 5 5v27a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5V23a5 5 0 0 1 5-5z',
      fill: 'card'
    },
    { d: circle(32, 35, 12), fill: 'sky' },
    { d: circle(32, 35, 4), fill: 'join', line: 'join' },
    { d: dots([51, 26]), weight: 1.6 }
  ],
  picture: [
    { d: box(4, 8, 56, 48, 5), fill: 'sky' },
    { d: circle(45, 21, 5), fill: 'sun' },
    { d: 'M4 46l17-18 13 14 8-8 18 16v1a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5z', fill: 'leaf' }
  ],
  letter: [{ d: box(4, 11, 56, 42, 5), fill: 'card' }, { d: 'm6 15 26 22 26-22' }],
  'short-letter': [
    { d: box(6, 4, 34, 56, 7), fill: 'card' },
    { d: 'M19 53h8' },
    {
      d: 'M22 13h32a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H36l-9 9v-9h-5a6 6 0 0 1-6-6V19a6 6 0 0 1 6-6z',
      fill: 'leaf'
    },
    { d: 'M25 22h26M25 30h16' }
  ],
  call: [
    { d: handset, fill: 'learn' },
    { d: 'M40 7c9 1 16 8 17 17M39 18c4 1 6 3 7 7', line: 'learn' }
  ],
  'hang-up': [
    {
      d: 'M4 30c0-4 2-7 6-9 13-7 31-7 44 0 4 2 6 5 6 9v4c0 3-2 5-5 4l-10-2c-3-1-4-3-4-6v-4c-5-2-13-2-18 0v4c0 3-1 5-4 6L9 38c-3 1-5-1-5-4z',
      fill: 'stop'
    },
    { d: 'M32 36v20m-9-9 9 9 9-9', line: 'stop', weight: 1.3 }
  ],
  contacts: [
    { d: box(11, 4, 46, 56, 5), fill: 'hint' },
    { d: circle(35, 24, 8), fill: 'skin' },
    { d: 'M21 49c0-10 5-15 14-15s14 5 14 15z', fill: 'sky' },
    { d: 'M6 16h9M6 32h9M6 48h9' }
  ],
  settings: [
    {
      d: 'M26.4 11.800l1.1-7.400a28 28 0 0 1 9 0l1.1 7.400a21 21 0 0 1 4.8 1.900l6-4.400a28 28 0 0 1 6.3 6.300l-4.4 6a21 21 0 0 1 1.9 4.800l7.4 1.100a28 28 0 0 1 0 9l-7.4 1.100a21 21 0 0 1-1.9 4.800l4.4 6a28 28 0 0 1-6.3 6.300l-6-4.400a21 21 0 0 1-4.8 1.900l-1.1 7.400a28 28 0 0 1-9 0l-1.1-7.400a21 21 0 0 1-4.8-1.900l-6 4.400a28 28 0 0 1-6.3-6.300l4.4-6a21 21 0 0 1-1.9-4.800l-7.4-1.100a28 28 0 0 1 0-9l7.4-1.100a21 21 0 0 1 1.9-4.800l-4.4-6a28 28 0 0 1 6.3-6.300l6 4.400a21 21 0 0 1 4.8-1.900z',
      fill: 'grey'
    },
    { d: circle(32, 32, 9), fill: 'card' }
  ],
  'letters-large': [
    {
      d: 'M6 38h14M12 34c0 7 0 12 2 19M18 41c-2 7-7 12-11 11-4-1-2-7 4-9 6-2 11 0 11 5 0 4-3 6-7 7'
    },
    {
      d: 'M27 16h29M40 7c-1 16 0 30 4 42M53 24c-3 17-15 31-24 29-8-3-4-16 8-22 12-5 23 0 23 11 0 9-6 14-15 16',
      weight: 1.4
    }
  ],
  keyboard: [
    { d: box(4, 12, 56, 40, 6), fill: 'card' },
    {
      d: dots(
        [14, 22],
        [23, 22],
        [32, 22],
        [41, 22],
        [50, 22],
        [14, 32],
        [23, 32],
        [32, 32],
        [41, 32],
        [50, 32]
      ),
      weight: 1.6
    },
    { d: 'M22 42h20', weight: 1.4 }
  ],
  microphone,
  'microphone-off': [...microphone, ...struck],
  video,
  'video-off': [...video, ...struck],
  speaker: [horn, { d: 'M40 23c5 5 5 13 0 18M48 15c9 10 9 24 0 34', weight: 1.2 }],
  mute: [horn, { d: 'm42 24 16 16m0-16L42 40', line: 'stop', weight: 1.5 }],
  bell: [
    { d: 'M26 52c1 5 3 7 6 7s5-2 6-7z', fill: 'card' },
    { d: 'M32 9C21 9 15 17 15 27c0 13-5 17-9 23h52c-4-6-9-10-9-23C49 17 43 9 32 9z', fill: 'sun' },
    { d: 'M32 4v5' }
  ],
  clock: [
    { d: circle(32, 32, 27), fill: 'card' },
    { d: 'M32 9v3M55 32h-3M32 55v-3M9 32h3' },
    { d: 'M32 17v15l11 9', weight: 1.3 }
  ],
  calendar: [
    { d: box(5, 9, 54, 50, 6), fill: 'card' },
    { d: 'M5 24v-9a6 6 0 0 1 6-6h42a6 6 0 0 1 6 6v9z', fill: 'learn' },
    { d: 'M19 4v10M45 4v10' },
    { d: dots([17, 34], [32, 34], [17, 48], [32, 48]), weight: 1.7 },
    { d: circle(47, 41, 6), fill: 'skin', line: 'help' }
  ],
  map: [
    { d: 'M5 15 23 8l18 7 18-7v41l-18 7-18-7-18 7z', fill: 'leaf' },
    { d: 'M23 8v41M41 15v41' },
    { d: 'M11 44c5-2 6-8 12-8s8 2 18-6', line: 'join' },
    { d: 'M49 38c-5-6-8-9-8-14a8 8 0 0 1 16 0c0 5-3 8-8 14z', fill: 'blush', line: 'stop' }
  ],
  'place-pin': [
    {
      d: 'M32 60C21 46 11 37 11 25a21 21 0 0 1 42 0c0 12-10 21-21 35z',
      fill: 'blush',
      line: 'stop'
    },
    { d: circle(32, 25, 8), fill: 'card', line: 'stop' }
  ],
  browser: [
    { d: circle(32, 32, 27), fill: 'sky' },
    { d: 'M32 5c-9 7-13 16-13 27s4 20 13 27c9-7 13-16 13-27S41 12 32 5zM5 32h54M10 18h44M10 46h44' }
  ],
  search: [
    { d: 'M42 42 57 57', weight: 2.2 },
    { d: circle(27, 27, 20), fill: 'sky' },
    { d: 'M16 25c1-5 5-9 10-9', line: 'card' }
  ],
  store: [
    { d: 'M22 26v-9a10 10 0 0 1 20 0v9' },
    { d: 'M10 20h44l4 34a5 5 0 0 1-5 5H11a5 5 0 0 1-5-5z', fill: 'sky' },
    { d: 'M32 29v20m-9-8 9 9 9-9', line: 'join', weight: 1.5 }
  ],
  tool: [
    {
      d: 'M50 8 41 17l2 7 7 2 9-9c2 8 0 14-5 18-4 4-9 5-14 3L20 58c-4 4-9 4-12 1s-3-8 1-12l20-20c-2-5-1-10 3-14 4-5 10-7 18-5z',
      fill: 'grey'
    },
    { d: dots([14, 52]), weight: 1.3 }
  ],
  city: [
    { d: circle(48, 14, 7), fill: 'sun' },
    { d: 'M4 58V44c8-14 18-14 26-4 8-14 20-14 30 2v16z', fill: 'leaf' },
    { d: 'M14 58V34l11-9 11 9v24z', fill: 'card' },
    { d: 'M36 58V28h16v30z', fill: 'sky' },
    { d: 'M42 36h4M42 45h4M21 58V46h8v12M4 58h56' }
  ],
  sticker: [
    { d: 'M12 5h40a7 7 0 0 1 7 7v28L40 59H12a7 7 0 0 1-7-7V12a7 7 0 0 1 7-7z', fill: 'hint' },
    { d: 'M59 40H47a7 7 0 0 0-7 7v12z', fill: 'card' },
    { d: dots([22, 24], [42, 24]), weight: 2 },
    { d: 'M19 34c6 9 18 9 25 1' }
  ],
  group: [
    { d: circle(15, 25, 8), fill: 'skin' },
    { d: circle(49, 25, 8), fill: 'skin' },
    { d: 'M4 54c0-12 4-18 11-18s10 6 10 18zM39 54c0-12 3-18 10-18s11 6 11 18z', fill: 'hint' },
    { d: circle(32, 21, 10), fill: 'skin' },
    { d: 'M17 58c0-16 5-24 15-24s15 8 15 24z', fill: 'sky' }
  ],
  robot: [
    { d: 'M32 6v9M5 34v12M59 34v12', weight: 1.3 },
    { d: box(11, 15, 42, 42, 10), fill: 'sky' },
    { d: circle(32, 6, 2.5), fill: 'sun' },
    { d: dots([23, 33], [41, 33]), weight: 2.6 },
    { d: 'M23 46h18' }
  ],
  sun: [{ d: rays }, { d: circle(32, 32, 13), fill: 'sun' }],
  light: [
    { d: 'M53 32h7M50 19l7-5M50 45l7 5', line: 'help', weight: 1.2 },
    { d: box(4, 22, 28, 20, 5), fill: 'grey' },
    { d: 'M32 22l14-8v36l-14-8z', fill: 'sun' },
    { d: 'M14 32h8', weight: 1.3 }
  ],
  advertisement: [
    { d: box(4, 12, 50, 46, 5), fill: 'hint' },
    {
      d: 'M22 24l2.3 5.300L29 26l-.6 5.6 5.7-.600L30.7 35.7 36 38l-5.3 2.300L34 45l-5.6-.600L29 50l-4.7-3.400L22 52l-2.3-5.400L15 50l.6-5.6-5.6.600L13.3 40.3 8 38l5.3-2.300L10 31l5.6.600L15 26l4.7 3.300z',
      fill: 'sun'
    },
    { d: 'M41 32h6M41 40h6M41 48h4' },
    { d: circle(49, 16, 11), fill: 'card' },
    { d: 'm45 12 8 8m0-8-8 8', weight: 1.2 }
  ],
  share: [
    { d: 'M17 32 47 15M17 32l30 17', weight: 1.2 },
    { d: circle(15, 32, 9), fill: 'leaf' },
    { d: circle(48, 14, 9), fill: 'sky' },
    { d: circle(48, 50, 9), fill: 'sky' }
  ],
  menu: [
    { d: box(4, 4, 56, 56, 10), fill: 'card' },
    { d: 'M17 20h30M17 32h30M17 44h30', weight: 1.6 }
  ]
} as const satisfies Record<string, Drawing>;
