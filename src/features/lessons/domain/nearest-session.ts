/** The next session for a learner: at the hall that is near to them, or the soonest anywhere. */
export type Nearest<Session> = {
  readonly session: Session;
  /** `elsewhere`: the chosen hall has no date yet. */
  readonly where: 'near' | 'elsewhere' | 'anywhere';
};

/**
 * - `sessions`: soonest first.
 * - `venueId`: the hall that the learner chose; `undefined` before any was chosen.
 * @returns `undefined` when no session is planned.
 */
export function nearestSession<Session extends { readonly venueId: string }>(
  sessions: readonly Session[],
  venueId: string | undefined
): Nearest<Session> | undefined {
  const [soonest] = sessions;
  if (!soonest) return undefined;
  if (venueId === undefined) return { session: soonest, where: 'anywhere' };

  const near = sessions.find((session) => session.venueId === venueId);
  return near ? { session: near, where: 'near' } : { session: soonest, where: 'elsewhere' };
}
