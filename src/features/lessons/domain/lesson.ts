import * as v from 'valibot';
import { faces } from './face.ts';
import { Picture } from './picture.ts';

/** Text with readings and explained words as `#shared/text/ruby.ts` describes it. */
const Text = v.pipe(v.string(), v.nonEmpty());
/** Words that are heard, not seen: no readings, no marks. */
const Spoken = v.pipe(v.string(), v.regex(/^[^{}[\]|<>]+$/, 'spoken words carry no marks'));
const Slug = v.pipe(v.string(), v.regex(/^[0-6]-\d{1,2}$/));
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));

const shown = {
  /** One action in one sentence. */
  sentence: Text,
  picture: Picture,
  /** What the picture shows, for who does not see it. */
  alt: Spoken,
  /** Read aloud instead of the sentence, where its readings do not sound right. */
  speech: v.optional(Spoken)
};

const Step = v.strictObject({
  title: Text,
  ...shown,
  /** What is different on one kind of phone; the rest stays. */
  faces: v.optional(
    v.pipe(
      v.record(v.picklist(faces), v.partial(v.strictObject(shown))),
      v.check((variants) => Object.keys(variants).length > 0, 'name a face or leave it out')
    )
  )
});

const Answer = v.strictObject({
  text: Text,
  /** Said when this answer is chosen: what is right about it, or what would happen and what to try. */
  reply: Text,
  right: v.optional(v.literal(true))
});

const Question = v.strictObject({
  text: Text,
  answers: v.pipe(
    v.array(Answer),
    v.minLength(2),
    v.maxLength(4),
    v.check((answers) => answers.filter(({ right }) => right).length === 1, 'one answer is right')
  )
});

const Stumble = v.strictObject({
  what: Text,
  /** What to do about it. */
  do: Text,
  /** Only for these phones; for all without it. */
  faces: v.optional(v.pipe(v.array(v.picklist(faces)), v.minLength(1)))
});

/** One state of a lesson that was published, as the city plan counts its own: 1.0, 1.1, 2.0. */
const Edition = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+$/)),
  date: v.pipe(v.string(), v.isoDate()),
  /** What is new or different in it. */
  what: Text
});

/** One lesson in one language, as its file holds it. */
export const Lesson = v.strictObject({
  /** The newest first. */
  editions: v.pipe(v.array(Edition), v.minLength(1)),
  title: Text,
  /** 「…が ひとりで できる」 */
  goal: Text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  picture: Picture,
  needs: v.pipe(v.array(Text), v.minLength(1)),
  steps: v.pipe(v.array(Step), v.minLength(5), v.maxLength(8)),
  check: v.pipe(v.array(Question), v.minLength(1)),
  stumbles: v.pipe(v.array(Stumble), v.minLength(1)),
  /** Words of the glossary that belong to this lesson. */
  words: v.array(Id),
  /** The lesson that follows; the last one has none. */
  next: v.nullable(Slug),
  /** The exercise on the drawn phone; a lesson may have none. */
  practice: v.nullable(Slug)
});

export type Step = v.InferOutput<typeof Step>;
export type Question = v.InferOutput<typeof Question>;
export type LessonContent = v.InferOutput<typeof Lesson>;

/** A lesson and its number in the catalogue (`2-7`), which is its address too. */
export type Lesson = LessonContent & { readonly slug: string };

export function isSlug(value: unknown): value is string {
  return v.is(Slug, value);
}

/** By chapter, then by number: 2-7 comes before 2-10. */
export function compareSlugs(one: string, other: string): number {
  const [chapter = 0, number = 0] = one.split('-').map(Number);
  const [otherChapter = 0, otherNumber = 0] = other.split('-').map(Number);
  return chapter - otherChapter || number - otherNumber;
}

export function chapterOf(slug: string): string {
  return slug.slice(0, 1);
}
