import { readKeptSessions } from '#features/attendance/client/session-list.ts';
import type { SessionCard } from '#features/attendance/domain/roster.ts';
import type { FieldDb } from './field-db.ts';
import { keptAnswer } from './kept.ts';

export const KEPT_SESSIONS = 'sessions';

const MOST_OFFERED = 3;

/** The next sessions after one, as this device last heard of them; also without a network. */
export async function sessionsAfter(
  db: FieldDb,
  { sessionId, startsAt }: Pick<SessionCard, 'sessionId' | 'startsAt'>
): Promise<readonly SessionCard[]> {
  const kept = await keptAnswer(db, KEPT_SESSIONS);
  return (readKeptSessions(kept?.body) ?? [])
    .filter((session) => session.sessionId !== sessionId && session.startsAt > startsAt)
    .slice(0, MOST_OFFERED);
}
