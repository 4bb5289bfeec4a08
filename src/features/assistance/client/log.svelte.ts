import * as v from 'valibot';
import { MatchCard } from '#features/board/domain/meeting.ts';
import { FACT_ROW, Fact, unsentFact } from '#features/sync/domain/fact.ts';
import { supporterScope, type Operation, type Scope } from '#features/sync/domain/operation.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import type { Instant } from '#shared/time/instant.ts';
import { newId } from '#shared/ids.ts';
import { logView, type LogLine } from '../domain/log-view.ts';
import type { AssistRecord } from '../domain/record.ts';

/** What the log needs of the device's store; sync hands it in. */
export type LogStore = {
  readonly rowsOf: (scope: Scope) => Promise<readonly { id: string; kind: string; body: string }[]>;
  /** Own operations that no pull has shown yet. */
  readonly waitingOf: (scope: Scope) => Promise<readonly Operation[]>;
  readonly lastPulledAt: (scope: Scope) => Promise<Instant>;
  readonly deviceName: () => Promise<string>;
  /** Resolves once the fact is durable on this device. */
  readonly record: (operation: {
    scope: Scope;
    type: string;
    entityId: string;
    payload: unknown;
  }) => Promise<Operation>;
};

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
  readonly #store: LogStore;
  readonly #state: LiveQuery<LogState | undefined>;

  constructor(store: LogStore, supporterId: string) {
    this.scope = supporterScope(supporterId);
    this.#store = store;
    this.#state = new LiveQuery<LogState | undefined>(() => readLog(store, this.scope), undefined);
  }

  /** `undefined` until the device's store has answered once. */
  get state(): LogState | undefined {
    return this.#state.current;
  }

  /** Resolves with the record's id once it is durable on this device. */
  async write(record: AssistRecord): Promise<string> {
    const { opId } = await this.#store.record({
      scope: this.scope,
      type: 'assist.record',
      entityId: record.matchId ?? newId(),
      payload: record
    });
    return opId;
  }

  /** Takes back one named record that was a mistake. */
  async withdraw(line: LogLine): Promise<void> {
    await this.#store.record({
      scope: this.scope,
      type: 'assist.withdraw',
      entityId: line.told.matchId ?? line.recordId,
      payload: { targetOpId: line.recordId }
    });
  }
}

/** Own unsent facts stand beside the server's; one that both know of is the server's. */
async function readLog(store: LogStore, scope: Scope): Promise<LogState> {
  const [rows, waiting, lastPulledAt, deviceName] = await Promise.all([
    store.rowsOf(scope),
    store.waitingOf(scope),
    store.lastPulledAt(scope),
    store.deviceName()
  ]);
  const bodies = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body) as unknown);
  const known = bodies(FACT_ROW).map((body) => v.parse(Fact, body));
  const knownIds = new Set(known.map(({ opId }) => opId));
  const unsent = waiting
    .filter(({ opId }) => !knownIds.has(opId))
    .map((operation) => unsentFact(operation, deviceName));
  return {
    matches: bodies(MATCH_ROW)
      .map((body) => v.parse(MatchCard, body))
      .sort((one, other) => one.startsAt - other.startsAt),
    lines: logView([...known, ...unsent], new Set(unsent.map(({ opId }) => opId))),
    lastPulledAt
  };
}
