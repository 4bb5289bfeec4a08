import * as v from 'valibot';
import { SessionCard } from '../domain/roster.ts';

const Answer = v.strictObject({ sessions: v.array(SessionCard) });

/** `signed-out` and `not-allowed` ask a person to do something; `offline` shows what was kept. */
export type SessionListFailure = 'offline' | 'signed-out' | 'not-allowed';

/**
 * Asks the server which sessions can be received for: those of the device's account; where the device
 * is not enrolled, or not for this, those of whoever is signed in.
 */
export async function fetchSessions(
  credential: HeadersInit | undefined
): Promise<readonly SessionCard[] | SessionListFailure> {
  const ofDevice = credential && (await ask('/api/sync/sessions', { headers: credential }));
  return ofDevice === undefined || ofDevice === 'signed-out' || ofDevice === 'not-allowed'
    ? ask('/api/staff/sessions')
    : ofDevice;
}

async function ask(
  address: string,
  init?: RequestInit
): Promise<readonly SessionCard[] | SessionListFailure> {
  const response = await fetch(address, init).catch(() => undefined);
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
