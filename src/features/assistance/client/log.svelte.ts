import * as v from 'valibot';
import { MatchCard } from '#features/board/domain/meeting.ts';
import { supporterScope, type Scope } from '#features/sync/domain/operation.ts';
import { readScope, type FieldStore } from '#features/sync/domain/scope-view.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import type { Instant } from '#shared/time/instant.ts';
import { newId } from '#shared/ids.ts';
import { logView, type LogLine } from '../domain/log-view.ts';
import type { Told } from '../domain/operation.ts';

/** The kind of row under which the server gives a supporter's meetings. */
const MATCH_ROW = 'match';

type LogState = {
  /** The next meeting first. */
  readonly matches: readonly MatchCard[];
  readonly lines: readonly LogLine[];
  /** 0 until the supporter's rows have come to this device once. */
  readonly lastPulledAt: Instant;
};

/** What a supporter sees of their own meetings and records, and writes; owns no markup and no network. */
export class SupporterLog {
  readonly scope: Scope;
  readonly #store: FieldStore;
  readonly #state: LiveQuery<LogState | undefined>;

  constructor(store: FieldStore, supporterId: string) {
    this.scope = supporterScope(supporterId);
    this.#store = store;
    this.#state = new LiveQuery<LogState | undefined>(() => readLog(store, this.scope), undefined);
  }

  /** `undefined` until the device's store has answered once. */
  get state(): LogState | undefined {
    return this.#state.current;
  }

  /** Resolves with the fact's id once it is durable on this device. */
  async write(told: Told): Promise<string> {
    const { opId } = await this.#store.record({
      scope: this.scope,
      type: `assist.${told.kind}`,
      entityId: (told.kind === 'record' ? told.record.matchId : null) ?? newId(),
      payload: bodyOf(told)
    });
    return opId;
  }

  /** Writes what should have stood there; the first words stay kept. */
  async correct(line: LogLine, told: Told): Promise<void> {
    await this.#store.record({
      scope: this.scope,
      type: 'assist.correct',
      entityId: line.entityId,
      payload: { targetOpId: line.recordId, [told.kind]: bodyOf(told) }
    });
  }

  /** Takes back one named record or tally that was a mistake. */
  async withdraw(line: LogLine): Promise<void> {
    await this.#store.record({
      scope: this.scope,
      type: 'assist.withdraw',
      entityId: line.entityId,
      payload: { targetOpId: line.recordId }
    });
  }
}

function bodyOf(told: Told): unknown {
  return told.kind === 'record' ? told.record : told.tally;
}

async function readLog(store: FieldStore, scope: Scope): Promise<LogState> {
  const { bodiesOf, facts, unsentOpIds, lastPulledAt } = await readScope(store, scope);
  return {
    matches: bodiesOf(MATCH_ROW)
      .map((body) => v.parse(MatchCard, body))
      .sort((one, other) => one.startsAt - other.startsAt),
    lines: logView(facts, unsentOpIds),
    lastPulledAt
  };
}
