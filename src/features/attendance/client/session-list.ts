import * as v from 'valibot';
import { SessionCard } from '../domain/roster.ts';

const Answer = v.strictObject({ sessions: v.array(SessionCard) });

/** `signed-out` and `not-allowed` ask a person to do something; `offline` shows what was kept. */
export type SessionListFailure = 'offline' | 'signed-out' | 'not-allowed';

/** Asks the server which sessions can be received for. */
export async function fetchSessions(): Promise<readonly SessionCard[] | SessionListFailure> {
  const response = await fetch('/api/staff/sessions').catch(() => undefined);
  if (response?.status === 401) return 'signed-out';
  if (response?.status === 403) return 'not-allowed';
  const body: unknown = await response?.json().catch(() => undefined);
  const parsed = v.safeParse(Answer, body);
  return parsed.success ? parsed.output.sessions : 'offline';
}

/** The list as it was kept on this device, or `undefined` when there is none that fits. */
export function readKeptSessions(body: unknown): readonly SessionCard[] | undefined {
  const parsed = v.safeParse(v.array(SessionCard), body);
  return parsed.success ? parsed.output : undefined;
}
