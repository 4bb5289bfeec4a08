import { spokenText } from '#shared/text/ruby.ts';
import { faces, type Face } from './face.ts';
import type { Step } from './lesson.ts';
import type { Picture } from './picture.ts';

/** What a step shows and says on some kinds of phone. */
export type StepVariant = {
  readonly faces: readonly Face[];
  readonly sentence: string;
  readonly picture: Picture;
  readonly alt: string;
  readonly speech: string;
};

/** The step as each kind of phone sees it; kinds that see the same share one variant. */
export function variantsOf(step: Step): StepVariant[] {
  const plain = faces.filter((face) => !step.faces?.[face]);
  const own = faces.filter((face) => step.faces?.[face]).map((face) => variantFor(step, [face]));
  return plain.length > 0 ? [variantFor(step, plain), ...own] : own;
}

function variantFor(step: Step, seenBy: readonly Face[]): StepVariant {
  const [face] = seenBy;
  const own = face ? step.faces?.[face] : undefined;
  const sentence = own?.sentence ?? step.sentence;
  const speech = own?.speech ?? (own?.sentence ? undefined : step.speech);
  return {
    faces: seenBy,
    sentence,
    picture: own?.picture ?? step.picture,
    alt: own?.alt ?? step.alt,
    speech: speech ?? spokenText(sentence)
  };
}
