import {
  allCoursesDoneAt,
  coursesByParticipation,
  NO_COURSES,
  type CoursesDone
} from '#features/attendance/domain/courses.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import type { Db } from '#server/db/database.ts';
import { localDateOf, type LocalDate } from '#shared/time/instant.ts';

/** The day on which somebody had done all courses at 取得会, over all their dates; `undefined` before. */
export async function coursesDoneOn(db: Db, personId: string): Promise<LocalDate | undefined> {
  const dates = await db
    .selectFrom('participation')
    .innerJoin('session', 'session.id', 'participation.session_id')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select(['participation.id', 'participation.session_id'])
    .where('participation.person_id', '=', personId)
    .where('workshop.kind', '=', 'training')
    .orderBy('session.starts_at')
    .execute();
  const done: CoursesDone[] = [];
  for (const { id, session_id } of dates) {
    const facts = await readFacts(db, sessionScope(session_id), id);
    done.push(coursesByParticipation(facts).get(id) ?? NO_COURSES);
  }
  const at = allCoursesDoneAt(done);
  return at === undefined ? undefined : localDateOf(at);
}

/** The applications, not yet checked, of those on a session's roster: file ids by participation. */
export async function openFilesOnRoster(
  db: Db,
  sessionId: string
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('supporter_file', 'supporter_file.person_id', 'participation.person_id')
    .select(['participation.id', 'supporter_file.id as file_id'])
    .where('participation.session_id', '=', sessionId)
    .where('supporter_file.state', '=', 'applied')
    .orderBy('supporter_file.created_at')
    .execute();
  return new Map(rows.map(({ id, file_id }) => [id, file_id]));
}
