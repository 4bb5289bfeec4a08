import * as v from 'valibot';
import type { Scope } from '#features/sync/domain/operation.ts';
import { readScope, type FieldStore } from '#features/sync/domain/scope-view.ts';
import type { Instant } from '#shared/time/instant.ts';
import { ROSTER_ROW, SESSION_ROW, SessionCard } from '../domain/roster.ts';

/** What this device holds of one session: whose, how many people, and from when. */
export type SessionPack = {
  readonly scope: Scope;
  readonly title: SessionCard['title'] | undefined;
  readonly startsAt: Instant;
  readonly people: number;
  readonly lastPulledAt: Instant;
};

/** The packs of the sessions among `scopes`, the next session first. */
export async function readPacks(
  store: FieldStore,
  scopes: readonly Scope[]
): Promise<readonly SessionPack[]> {
  const sessions = scopes.filter((scope) => scope.startsWith('session:'));
  const packs = await Promise.all(sessions.map((scope) => readPack(store, scope)));
  return packs.toSorted((one, other) => one.startsAt - other.startsAt);
}

async function readPack(store: FieldStore, scope: Scope): Promise<SessionPack> {
  const view = await readScope(store, scope);
  const [session] = view.bodiesOf(SESSION_ROW).map((body) => v.parse(SessionCard, body));
  return {
    ...{ scope, title: session?.title, startsAt: session?.startsAt ?? 0 },
    people: view.bodiesOf(ROSTER_ROW).length,
    lastPulledAt: view.lastPulledAt
  };
}
