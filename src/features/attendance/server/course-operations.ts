import { readPayload } from '../domain/operation.ts';
import { coursePayloads, type CourseType } from '../domain/course-operation.ts';
import { sessionOfPerson, type DoorHandler } from './operations.ts';

/**
 * The handlers of `course.*`. The facts themselves say who has done which course, so nothing is kept
 * beside them; one course ticked on two tablets is done, and taking back names one tick.
 */
export function courseHandlers(): readonly DoorHandler[] {
  return (Object.keys(coursePayloads) as CourseType[]).map((type) => ({
    type,
    apply: async (tx, operation) => {
      if (!readPayload(type, operation.payload)) return { status: 'rejected', code: 'payload' };
      return (await sessionOfPerson(tx, operation))
        ? { status: 'applied' }
        : { status: 'rejected', code: 'unknown-participation' };
    }
  }));
}
