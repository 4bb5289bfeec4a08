import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { COURSE_COUNT } from './course-operation.ts';
import { readPayload } from './operation.ts';
import { earlierFirst, withdrawnBy } from './presence.ts';

/** One tick that nobody withdrew. */
type CourseTick = {
  readonly opId: string;
  readonly at: Instant;
  readonly deviceName: string;
};

/** Ticks by the number of the course, the earliest first; two where two tablets ticked it. */
export type CoursesDone = ReadonlyMap<number, readonly CourseTick[]>;

export const NO_COURSES: CoursesDone = new Map();

/** Folds facts, in any order, to what each participation has done. */
export function coursesByParticipation(facts: readonly Fact[]): ReadonlyMap<string, CoursesDone> {
  const withdrawn = withdrawnBy(facts);
  const done = new Map<string, Map<number, CourseTick[]>>();
  for (const fact of [...facts].sort(earlierFirst)) {
    if (fact.type !== 'course.tick' || withdrawn.has(fact.opId)) continue;
    const told = readPayload('course.tick', fact.payload);
    if (!told) continue;
    const { opId, at, deviceName } = fact;
    const own = done.get(fact.entityId) ?? new Map<number, CourseTick[]>();
    own.set(told.course, [...(own.get(told.course) ?? []), { opId, at, deviceName }]);
    done.set(fact.entityId, own);
  }
  return done;
}

/** When the last of all courses was first ticked, over one date or several; `undefined` before. */
export function allCoursesDoneAt(dates: readonly CoursesDone[]): Instant | undefined {
  const firstAt = new Map<number, Instant>();
  for (const [course, [first]] of dates.flatMap((done) => [...done])) {
    if (first) firstAt.set(course, Math.min(first.at, firstAt.get(course) ?? first.at));
  }
  return firstAt.size < COURSE_COUNT ? undefined : Math.max(...firstAt.values());
}
