import { box, circle, dots, type Drawing } from './shape.ts';

/** Rounded blocks of a pattern that looks like a QR code and is none. */
const pattern =
  'M8 8h18v18H8zm5 5v8h8v-8zM38 8h18v18H38zm5 5v8h8v-8zM8 38h18v18H8zm5 5v8h8v-8zM30 8h5v8h-5zM30 20h5v8h-8v-4h3zM8 30h9v5H8zM21 29h5v6h-5zM30 31h9v5h-4v5h-5zM43 30h6v5h-6zM52 30h4v9h-6v-4h2zM30 44h5v12h-5zM38 40h7v6h-7zM48 42h8v5h-8zM38 49h5v7h-5zM46 50h10v6H46z';
const yen = 'm-6-8 6 8 6-8m-6 8v10m-6-7h12m-12 4h12';

/** Things one holds, carries or stands before. */
export const thingSigns = {
  phone: [
    { d: box(16, 4, 32, 56, 7), fill: 'card' },
    { d: box(20, 11, 24, 40, 2), fill: 'leaf' },
    { d: 'M29 55h6' }
  ],
  'phone-easy': [
    { d: box(14, 4, 36, 56, 7), fill: 'card' },
    { d: box(19, 9, 26, 29, 2), fill: 'leaf' },
    { d: 'M26 17h12M26 24h12M26 31h7' },
    { d: box(28, 44, 8, 10, 3), fill: 'hint' },
    { d: 'M19 49h3M42 49h3', weight: 1.6 }
  ],
  'phone-folding': [
    { d: box(16, 4, 32, 27, 5), fill: 'card' },
    { d: box(21, 9, 22, 17, 2), fill: 'leaf' },
    { d: box(16, 33, 32, 27, 5), fill: 'card' },
    { d: 'M20 32h24', weight: 1.6 },
    {
      d: dots(
        [25, 41],
        [32, 41],
        [39, 41],
        [25, 47],
        [32, 47],
        [39, 47],
        [25, 53],
        [32, 53],
        [39, 53]
      ),
      weight: 1.5
    }
  ],
  paper: [
    { d: 'M11 5h29l14 14v40H11z', fill: 'card' },
    { d: 'M40 5v14h14', fill: 'grey' },
    { d: 'M20 29h25M20 39h25M20 49h16' }
  ],
  form: [
    { d: box(6, 5, 40, 54, 3), fill: 'card' },
    { d: 'M15 16h22M15 27h14M15 38h10' },
    { d: 'M51 19l9 9-23 23-11 3 3-11z', fill: 'sun' }
  ],
  envelope: [
    { d: box(4, 11, 56, 42, 3), fill: 'hint' },
    { d: box(43, 17, 11, 13), fill: 'blush', line: 'stop' },
    { d: 'M12 24h18M22 36h22M22 44h16' }
  ],
  notebook: [
    { d: box(12, 4, 44, 56, 4), fill: 'sky' },
    { d: box(22, 14, 26, 16, 2), fill: 'card' },
    { d: 'M27 22h16M8 14h9M8 26h9M8 38h9M8 50h9' }
  ],
  'qr-code': [
    { d: box(3, 3, 58, 58, 4), fill: 'card', line: 'none' },
    { d: pattern, fill: 'text', line: 'none' }
  ],
  poster: [
    { d: box(9, 4, 46, 56, 2), fill: 'card' },
    { d: 'M17 13h30', line: 'learn', weight: 2 },
    { d: 'M17 21h20' },
    { d: box(20, 28, 9, 9), weight: 1.3 },
    { d: box(35, 28, 9, 9), weight: 1.3 },
    { d: box(20, 43, 9, 9), weight: 1.3 },
    { d: dots([36, 44], [43, 47], [37, 51], [43, 53], [40, 41]), weight: 1.5 }
  ],
  'qr-sticker': [
    { d: 'M8 9 55 5l4 47a4 4 0 0 1-4 4l-43 4a4 4 0 0 1-4-4L5 13a4 4 0 0 1 3-4z', fill: 'hint' },
    { d: 'M16 17l32-3', line: 'stop', weight: 2 },
    { d: 'M18 26l10-1 1 10-10 1zM37 24l10-1 1 10-10 1zM20 44l10-1 1 10-10 1z', weight: 1.3 },
    { d: dots([39, 41], [46, 44], [40, 48], [47, 50], [36, 45]), weight: 1.5 }
  ],
  card: [
    { d: box(4, 12, 56, 40, 6), fill: 'sky' },
    { d: 'M4 22h56v8H4z', fill: 'quiet' },
    { d: 'M12 42h12M44 42h8' }
  ],
  'id-card': [
    { d: box(4, 11, 56, 42, 5), fill: 'blush' },
    { d: box(10, 19, 18, 24, 2), fill: 'card' },
    { d: circle(19, 28, 4), fill: 'skin' },
    { d: 'M12 42c0-6 3-8 7-8s7 2 7 8' },
    { d: 'M36 22h18M36 31h18M36 40h10' }
  ],
  seal: [
    { d: box(8, 4, 19, 36, 8), fill: 'help' },
    { d: 'M14 13v11', line: 'card' },
    { d: box(5, 40, 25, 10, 1), fill: 'grey' },
    { d: circle(46, 44, 14), fill: 'card', line: 'stop', weight: 1.3 },
    { d: 'M46 35v18M39 40h14M40 48h12', line: 'stop' }
  ],
  wallet: [
    { d: 'M12 16 46 6a4 4 0 0 1 5 3v8z', fill: 'leaf' },
    { d: box(4, 16, 54, 42, 6), fill: 'skin' },
    { d: 'M58 30H44a7 7 0 0 0 0 14h14a2 2 0 0 0 2-2V32a2 2 0 0 0-2-2z', fill: 'card' },
    { d: dots([46, 37]), weight: 1.6 }
  ],
  coins: [
    { d: 'M4 46v7c0 3 7 6 15 6s15-3 15-6v-7', fill: 'hint' },
    { d: 'M4 46a15 6 0 0 0 30 0 15 6 0 0 0-30 0z', fill: 'hint' },
    { d: circle(39, 25, 21), fill: 'sun' },
    { d: `M39 24${yen}`, weight: 1.1 }
  ],
  banknote: [
    { d: box(4, 15, 56, 34, 3), fill: 'leaf' },
    { d: circle(32, 32, 11), fill: 'card' },
    { d: 'm27 26 5 6 5-6m-5 6v7m-4-4h8' },
    { d: dots([12, 32], [52, 32]), weight: 1.6 }
  ],
  bank: [
    { d: 'M5 24 32 6l27 18z', fill: 'sky' },
    { d: 'M13 28v20M26 28v20M38 28v20M51 28v20', weight: 1.8 },
    { d: 'M9 48h46v4H9zM4 58h56' },
    { d: dots([32, 17]), weight: 1.8 }
  ],
  receipt: [
    { d: 'M12 4h40v55l-7-5-6 5-7-5-7 5-6-5-7 5z', fill: 'card' },
    { d: 'M20 14h24M20 23h14M41 23h3M20 32h14M41 32h3M20 42h24' }
  ],
  printer: [
    { d: 'M17 22V5h30v17', fill: 'card' },
    { d: box(4, 20, 56, 27, 5), fill: 'grey' },
    { d: 'M15 37h34v22H15z', fill: 'card' },
    { d: 'M23 45h18M23 52h12' },
    { d: dots([52, 28]), line: 'learn', weight: 1.8 }
  ],
  machine: [
    { d: box(7, 4, 50, 56, 5), fill: 'grey' },
    { d: box(14, 11, 27, 22, 2), fill: 'sky' },
    { d: 'm23 15 4.5 6 4.5-6m-4.5 6v8m-4-5h8' },
    { d: 'M49 13v9', weight: 1.4 },
    { d: box(19, 42, 22, 12, 1), fill: 'leaf' },
    { d: 'M14 42h32', weight: 1.6 },
    { d: dots([49, 31]), line: 'learn', weight: 1.8 }
  ],
  'card-reader': [
    { d: box(6, 26, 44, 33, 6), fill: 'grey' },
    { d: box(13, 33, 30, 12, 2), fill: 'leaf' },
    { d: 'M15 52h0M28 52h0M41 52h0', weight: 1.7 },
    { d: 'M12 5h36a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z', fill: 'sky' },
    { d: 'M9 12h42' },
    { d: 'M56 24c4 5 4 12 0 17', line: 'learn' }
  ],
  box: [
    { d: 'M6 20 32 7l26 13v27L32 60 6 47z', fill: 'skin' },
    { d: 'M6 20l26 13 26-13M32 33v27M19 13.500l26 13v10' }
  ],
  medicine: [
    { d: box(5, 5, 34, 50, 5), fill: 'card' },
    { d: dots([15, 16], [29, 16], [15, 30], [29, 30], [15, 44]), line: 'help', weight: 2.6 },
    { d: 'M36 55a8 8 0 0 1-1-12l8-8a8 8 0 0 1 12 11l-8 9a8 8 0 0 1-11 0z', fill: 'sun' },
    { d: 'm39 39 11 12' }
  ],
  glasses: [
    { d: circle(17, 36, 13), fill: 'sky' },
    { d: circle(47, 36, 13), fill: 'sky' },
    { d: 'M30 34c1-3 3-3 4 0M4 34l5-15h5M60 34l-5-15h-5' }
  ],
  flower: [
    {
      d: 'M32 34v26M32 54c-9 0-14-5-15-12 9 0 14 4 15 12zM32 54c9 0 14-5 15-12-9 0-14 4-15 12z',
      fill: 'leaf',
      line: 'learn'
    },
    {
      d: 'M32 21c-8-2-11-9-7-13 4-3 8 0 7 13zM32 21c2-8 9-11 13-7 3 4 0 8-13 7zM32 21c8 2 11 9 7 13-4 3-8 0-7-13zM32 21c-2 8-9 11-13 7-3-4 0-8 13-7z',
      fill: 'blush',
      line: 'stop'
    },
    { d: circle(32, 21, 4), fill: 'sun' }
  ],
  bag: [
    { d: 'M21 26V17a11 11 0 0 1 22 0v9' },
    { d: 'M8 24h48l3 30a5 5 0 0 1-5 5H10a5 5 0 0 1-5-5z', fill: 'skin' },
    { d: dots([21, 31], [43, 31]), weight: 1.5 }
  ],
  gift: [
    {
      d: 'M32 20c-16 0-20-6-17-12 4-6 13-2 17 12zM32 20c16 0 20-6 17-12-4-6-13-2-17 12z',
      fill: 'blush',
      line: 'stop'
    },
    { d: box(9, 32, 46, 27, 2), fill: 'hint' },
    { d: box(5, 20, 54, 13, 3), fill: 'hint' },
    { d: 'M32 20v39', line: 'stop', weight: 2 }
  ],
  hook: [
    { d: box(4, 30, 50, 29, 4), fill: 'blush' },
    { d: 'm6 34 23 15 23-15' },
    { d: 'M44 14v17a12 12 0 0 1-24 0v-8', line: 'stop', weight: 1.8 },
    { d: 'm13 30 7-8 6 7', line: 'stop', weight: 1.5 },
    { d: circle(44, 9, 5), line: 'stop', weight: 1.3 }
  ],
  bus: [
    { d: box(7, 5, 50, 47, 8), fill: 'leaf' },
    { d: box(13, 16, 38, 18, 2), fill: 'sky' },
    { d: 'M24 11h16M32 16v18M13 52v5h7v-5M44 52v5h7v-5M4 22v8M60 22v8' },
    { d: dots([17, 43], [47, 43]), line: 'help', weight: 2.2 }
  ],
  walk: [
    { d: circle(35, 10, 6), fill: 'skin' },
    { d: 'M33 22 28 40l11 8 2 11M28 40l-4 10-9 8M33 22l-12 6-3 10M33 22l8 9 10 3', weight: 1.8 }
  ]
} as const satisfies Record<string, Drawing>;
