import * as v from 'valibot';

/** What one device remembers of one lesson. Nobody's name, nothing that leaves the device. */
const LessonProgress = v.object({
  /** The step last opened, from 1. */
  step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  readToEnd: v.boolean(),
  /** All questions of the check were answered right. */
  checked: v.boolean(),
  /** When it was last opened, epoch milliseconds; 0 when only a つづきの札 told of it. */
  at: v.pipe(v.number(), v.integer())
});

const Progress = v.record(v.pipe(v.string(), v.regex(/^[0-6]-\d{1,2}$/)), LessonProgress);

export type LessonProgress = v.InferOutput<typeof LessonProgress>;
/** Progress by lesson number. */
export type Progress = Readonly<Record<string, LessonProgress>>;

/** What storage held, or nothing when it is not ours to understand. */
export function readProgress(stored: string | null): Progress {
  if (stored === null) return {};
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Progress), stored);
  return parsed.success ? parsed.output : {};
}

const Practised = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** The lessons whose rehearsal was finished on this device, as the practice phone keeps them. */
export function readPractised(stored: string | null): readonly string[] {
  const parsed = v.safeParse(Practised, stored);
  return parsed.success ? parsed.output : [];
}

export function openStep(progress: Progress, slug: string, step: number, at: number): Progress {
  const before = progress[slug];
  return {
    ...progress,
    [slug]: {
      step,
      readToEnd: before?.readToEnd ?? false,
      checked: before?.checked ?? false,
      at
    }
  };
}

export function finishReading(progress: Progress, slug: string, at: number): Progress {
  return change(progress, slug, { readToEnd: true, at });
}

export function passCheck(progress: Progress, slug: string, at: number): Progress {
  return change(progress, slug, { readToEnd: true, checked: true, at });
}

export type Stamp = 'begun' | 'read' | 'checked';

export function stampOf(lesson: LessonProgress | undefined): Stamp | undefined {
  if (!lesson) return undefined;
  if (lesson.checked) return 'checked';
  return lesson.readToEnd ? 'read' : 'begun';
}

/** Where to go on: the lesson last opened, unless it is finished or none was opened. */
export function placeToGoOn(
  progress: Progress
): { readonly slug: string; readonly step: number } | undefined {
  const [last] = Object.entries(progress).sort(([, one], [, other]) => other.at - one.at);
  if (!last) return undefined;
  const [slug, { step, checked, at }] = last;
  return checked || at === 0 ? undefined : { slug, step };
}

function change(progress: Progress, slug: string, news: Partial<LessonProgress>): Progress {
  const before = progress[slug] ?? { step: 1, readToEnd: false, checked: false, at: 0 };
  return { ...progress, [slug]: { ...before, ...news } };
}
