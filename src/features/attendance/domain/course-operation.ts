import * as v from 'valibot';

/**
 * The facts of a 取得会, where people take Tokyo's eleven online courses together. The courses are known
 * by their numbers alone. A tick says that somebody showed the end of one; there is no toggle.
 */
export const COURSE_COUNT = 11;

/** The numbers of the courses, from 1. */
export const courseNumbers: readonly number[] = Array.from(
  { length: COURSE_COUNT },
  (_, index) => index + 1
);

/** By type; the entity is the participation of who did the course. */
export const coursePayloads = {
  'course.tick': v.strictObject({
    course: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(COURSE_COUNT))
  }),
  'course.undo': v.strictObject({ targetOpId: v.pipe(v.string(), v.uuid()) })
} as const;
export type CourseType = keyof typeof coursePayloads;

/** Row kind: stands in the pack of a 取得会 alone, so that a tablet offers the ticks there. */
export const COURSES_ROW = 'courses';
