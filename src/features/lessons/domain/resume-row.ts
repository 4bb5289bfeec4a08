import type { DeviceMemory } from './device-memory.ts';
import { faces } from './face.ts';
import { placeToGoOn, stampOf, type LessonProgress } from './progress.ts';

/**
 * What a code of one version speaks of, and in which order. A version that was on paper once stays as
 * it is: another list of lessons, phones or sizes is another version.
 */
export type ResumeVersion = {
  readonly lessons: readonly string[];
  readonly faces: readonly string[];
  readonly textSizes: readonly string[];
};

const first: ResumeVersion = {
  lessons: [
    ...['0-0', '0-1', '0-2', '0-3', '0-4', '0-5'],
    ...['1-1', '1-2', '1-3', '1-4', '1-5'],
    ...['2-1', '2-2', '2-3', '2-4', '2-5', '2-6', '2-7'],
    ...['3-1', '3-2', '3-3', '3-4', '3-5', '3-6', '3-7'],
    ...['4-1', '4-2', '4-3', '4-4', '4-5'],
    ...['5-1', '5-2', '5-3', '5-4', '5-5'],
    ...['6-1', '6-2', '6-3', '6-4', '6-5', '6-6', '6-7', '6-8']
  ],
  faces: ['android', 'iphone', 'kantan'],
  textSizes: ['22', '26', '30', '36']
};

/** By the digit that begins a code. */
export const resumeVersions: Readonly<Record<string, ResumeVersion>> = { '1': first };
export const newestVersion = { digit: '1', version: first } as const;

/** A memory as whole numbers. 0 is 「nothing」 or 「not chosen」; other numbers count from 1. */
export type ResumeRow = {
  /** One per lesson: 0 nothing, 1 read, 2 finished, and 3 more when it was rehearsed. */
  readonly states: readonly number[];
  /** The lesson to go on with, and its step. */
  readonly place: number;
  readonly step: number;
  readonly face: number;
  readonly textSize: number;
};

const STATES = 6;
const REHEARSED = 3;
const FINISHED = 2;
const STEPS = 8;

/**
 * Walks through a row, one choice after the other, each with its weights. Writing and reading a code are
 * the same walk: the one knows the row already, the other asks the digits.
 */
export function walkRow(
  { lessons, faces, textSizes }: ResumeVersion,
  choose: (weights: readonly number[], known: (row: ResumeRow) => number | undefined) => number
): ResumeRow {
  const states: number[] = [];
  for (const index of lessons.keys()) {
    states.push(choose(stateWeights(states), (row) => row.states[index]));
  }
  const place = choose(placeWeights(states), (row) => row.place);
  return {
    states,
    place,
    step: place === 0 ? 0 : 1 + choose(evenly(STEPS), (row) => row.step - 1),
    face: choose(evenly(1 + faces.length), (row) => row.face),
    textSize: choose(evenly(1 + textSizes.length), (row) => row.textSize)
  };
}

/** People go through lessons in order, and in the same manner: what was often, and what was just before. */
function stateWeights(before: readonly number[]): number[] {
  const weights = new Array<number>(STATES).fill(1);
  const count = (state: number, more: number) => (weights[state] = (weights[state] ?? 0) + more);
  for (const state of before) count(state, 2);

  const last = before.at(-1) ?? 0;
  const run = before.length - 1 - before.findLastIndex((state) => state !== last);
  count(last, 4 + 4 * run);
  return weights;
}

/** One goes on nowhere, or most likely after something that was done; never in a finished lesson. */
function placeWeights(states: readonly number[]): number[] {
  return [
    8,
    ...states.map((state, index) => {
      if (state % REHEARSED === FINISHED) return 0;
      return state > 0 || (states[index - 1] ?? 1) > 0 ? 8 : 1;
    })
  ];
}

function evenly(count: number): number[] {
  return new Array<number>(count).fill(1);
}

/** Lessons that the version does not know are left out. */
export function rowOf(version: ResumeVersion, memory: DeviceMemory): ResumeRow {
  const { progress, practised } = memory;
  const place = placeToGoOn(progress);
  const at = place ? 1 + version.lessons.indexOf(place.slug) : 0;
  return {
    states: version.lessons.map((slug) => {
      const stamp = stampOf(progress[slug]);
      const read = stamp === 'checked' ? FINISHED : stamp === 'read' ? 1 : 0;
      return read + (practised.includes(slug) ? REHEARSED : 0);
    }),
    place: at,
    step: at === 0 ? 0 : (place?.step ?? 1),
    face: 1 + version.faces.indexOf(memory.face ?? ''),
    textSize: 1 + version.textSizes.indexOf(memory.textSize ?? '')
  };
}

/** The memory that a row brings: the place to go on is older than anything a device has seen itself. */
export function memoryOf(version: ResumeVersion, row: ResumeRow): DeviceMemory {
  const face = version.faces[row.face - 1];
  return {
    progress: Object.fromEntries(
      version.lessons.flatMap((slug, index): [string, LessonProgress][] => {
        const read = (row.states[index] ?? 0) % REHEARSED;
        const isPlace = row.place === index + 1;
        if (read === 0 && !isPlace) return [];
        return [
          [
            slug,
            {
              step: isPlace ? row.step : 1,
              readToEnd: read > 0,
              checked: read === FINISHED,
              at: isPlace ? 1 : 0
            }
          ]
        ];
      })
    ),
    practised: version.lessons.filter((_, index) => (row.states[index] ?? 0) >= REHEARSED),
    face: faces.find((known) => known === face),
    textSize: version.textSizes[row.textSize - 1]
  };
}
