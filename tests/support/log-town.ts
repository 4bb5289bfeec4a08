import { confirmMatch } from '#app/server/confirm-match.ts';
import { syncRules } from '#app/server/operations.ts';
import { city } from '#city/current.ts';
import type { AssistRecord } from '#features/assistance/domain/record.ts';
import type { Ask } from '#features/board/domain/ask.ts';
import { supporterScope, type Operation } from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import type { Db } from '#server/db/database.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { aProposal, helpNow, newSupporter, openOffer, openRequest, prepareVenues } from './help.ts';

export const meetingAt = Date.parse('2026-12-01T01:00:00Z');

export const told: AssistRecord = {
  matchId: null,
  minutes: 30,
  topics: ['line', 'camera-photos'],
  phoneFamily: 'android',
  before: 'not-yet',
  after: 'with-help',
  operated: 'self',
  outcome: 'done',
  helped: 'person',
  people: 1,
  promises: []
};

/** Supporters with a phone of their own and a meeting to go to, around a test's database. */
export function logTown(db: Db) {
  async function prepare(ask: Partial<Ask> = {}) {
    const supporter = await newSupporter(db);
    const { accountId } = supporter;
    const device = await enrolDevice(db, { name: 'phone', accountId, now: helpNow });
    const requestId = await openRequest(db, ask);
    const confirmed = await confirmMatch(db, city, {
      ...{ requestId, offerId: await openOffer(db, requestId, supporter), venueId: 'chuo' },
      ...{ proposal: aProposal, actor: 'desk', now: helpNow }
    });
    if (!confirmed.ok) throw new Error(confirmed.error.type);
    let seq = 0;
    const write = (type: string, payload: unknown, change: Partial<Operation> = {}): Operation => ({
      ...{ opId: newId(), v: 1, deviceId: device.deviceId, seq: ++seq },
      ...{ scope: supporterScope(supporter.id), type, entityId: newId() },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      // Each fact is written a little later than the one before.
      ...{ clientAt: meetingAt + seq - 1, clockOffsetMs: 0, actorId: accountId },
      ...change
    });
    const send = async (...ops: Operation[]) =>
      (
        await acceptPush(
          db,
          syncRules(createLogger('silent')),
          device.deviceId,
          { deviceId: device.deviceId, unsent: ops.length, ops },
          meetingAt + HOUR_MS
        )
      ).results;
    return { supporter, requestId, matchId: confirmed.value.matchId, write, send, states };
  }

  async function states(requestId: string, matchId: string) {
    const request = await db
      .selectFrom('help_request')
      .select(['state', 'handed_to'])
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    const match = await db
      .selectFrom('help_match')
      .select('state')
      .where('id', '=', matchId)
      .executeTakeFirstOrThrow();
    return [request.state, match.state, request.handed_to];
  }

  return { prepare, prepareVenues: () => prepareVenues(db) };
}
