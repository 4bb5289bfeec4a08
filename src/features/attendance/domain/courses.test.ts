import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { COURSE_COUNT, courseNumbers } from './course-operation.ts';
import { allCoursesDoneAt, coursesByParticipation, NO_COURSES } from './courses.ts';

const hana = idOf(900);
const ken = idOf(901);
const tick = (at: number, course: number, who = hana, tablet = 'A') =>
  doorFact('course.tick', who, { course }, { at, tablet });
const undo = (at: number, target: number) =>
  doorFact('course.undo', hana, { targetOpId: idOf(target) }, { at });
const doneBy = (facts: Parameters<typeof coursesByParticipation>[0], who = hana) =>
  coursesByParticipation(facts).get(who) ?? NO_COURSES;

describe('the courses that somebody has done', () => {
  test('each person has their own', () => {
    const facts = [tick(1, 3), tick(2, 5, ken)];
    expect([...doneBy(facts).keys()]).toEqual([3]);
    expect([...doneBy(facts, ken).keys()]).toEqual([5]);
  });

  test('ticked on two tablets it is done until both ticks are taken back', () => {
    const facts = [tick(1, 3), tick(2, 3, hana, 'B'), undo(3, 1)];
    expect(doneBy(facts).get(3)).toMatchObject([{ opId: idOf(2), deviceName: 'B' }]);
    expect(doneBy([...facts, undo(4, 2)])).toEqual(NO_COURSES);
  });

  test('what cannot be read counts nothing', () => {
    expect(doneBy([{ ...tick(1, 3), payload: '{"course":12}' }])).toEqual(NO_COURSES);
  });

  test('the order in which facts come does not matter', () => {
    const facts = [
      tick(1, 1),
      tick(2, 1, hana, 'B'),
      undo(3, 1),
      tick(4, 2),
      undo(5, 4),
      tick(6, 2)
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(coursesByParticipation(shuffled)).toEqual(coursesByParticipation(facts));
      })
    );
  });

  test('all are done once the last was ticked, over several dates too', () => {
    const early = doneBy(courseNumbers.slice(0, 6).map((course) => tick(course, course)));
    const late = doneBy(courseNumbers.slice(5).map((course) => tick(course + 100, course)));
    expect(allCoursesDoneAt([early])).toBeUndefined();
    expect(allCoursesDoneAt([early, late])).toBe(100 + COURSE_COUNT);
  });
});
