import type { Face } from './face.ts';
import type { LessonProgress, Progress } from './progress.ts';

/** What one device remembers of its learner; all of it stays there. */
export type DeviceMemory = {
  readonly progress: Progress;
  /** The lessons whose rehearsal was finished. */
  readonly practised: readonly string[];
  /** `undefined` while nobody has chosen on this device; so for the size. */
  readonly face: Face | undefined;
  readonly textSize: string | undefined;
};

/** Both memories in one. Nothing that `here` holds is lost, and what was chosen here stays. */
export function mergeMemories(here: DeviceMemory, brought: DeviceMemory): DeviceMemory {
  const slugs = new Set([...Object.keys(here.progress), ...Object.keys(brought.progress)]);
  return {
    progress: Object.fromEntries(
      [...slugs].flatMap((slug) => {
        const lesson = mergeLesson(here.progress[slug], brought.progress[slug]);
        return lesson ? [[slug, lesson]] : [];
      })
    ),
    practised: [...new Set([...here.practised, ...brought.practised])],
    face: here.face ?? brought.face,
    textSize: here.textSize ?? brought.textSize
  };
}

/** The step is the one that was opened last. */
function mergeLesson(
  here: LessonProgress | undefined,
  brought: LessonProgress | undefined
): LessonProgress | undefined {
  if (!here || !brought) return here ?? brought;
  const later = brought.at > here.at ? brought : here;
  return {
    step: later.step,
    at: later.at,
    readToEnd: here.readToEnd || brought.readToEnd,
    checked: here.checked || brought.checked
  };
}
