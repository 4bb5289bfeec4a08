import {
  stateAfter,
  type HandOver,
  type RequestState,
  type RequestStep
} from '#features/board/domain/request.ts';
import {
  findRequest,
  markSeen,
  moveRequest,
  type HelpRequest
} from '#features/board/server/requests.ts';
import { listMessagesOf } from '#features/board/server/messages.ts';
import type { HelpMatchRow, MeetingMessageRow, OfferRow } from '#features/board/server/tables.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import type { TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Who asks, as the desk sees it and nobody else. */
export type Asker = {
  readonly kana: string;
  readonly name: string;
  readonly phone: string | null;
  readonly way: TellingWay;
  readonly contactStopped: boolean;
};

export type OfferLine = {
  readonly id: string;
  readonly state: OfferRow['state'];
  readonly supporterName: string;
  readonly createdAt: Instant;
};

export type MatchLine = Pick<
  HelpMatchRow,
  | 'id'
  | 'supporter_id'
  | 'venue_id'
  | 'starts_at'
  | 'ends_at'
  | 'host'
  | 'state'
  | 'confirmed_by'
  | 'cancelled_because'
> & {
  readonly supporterName: string;
  /** What both sides told the desk about it, the oldest first. */
  readonly messages: readonly MeetingMessageRow[];
};

export type RequestFile = {
  readonly request: HelpRequest;
  readonly asker: Asker | undefined;
  readonly offers: readonly OfferLine[];
  readonly matches: readonly MatchLine[];
};

/** Everything the desk needs of one request. Reading it is written down, in the same transaction. */
export function lookAtRequest(
  db: Db,
  look: { readonly id: string; readonly actor: string; readonly now: Instant }
): Promise<Result<RequestFile, { readonly type: 'not-found' }>> {
  return inTransaction(db, async (tx) => {
    const request = await findRequest(tx, look.id);
    if (!request) return err({ type: 'not-found' });

    await markSeen(tx, request.id, look.actor, look.now);
    const file: RequestFile = {
      request,
      asker: request.personId === null ? undefined : await readAsker(tx, request.personId),
      offers: await readOffers(tx, request.id),
      matches: await readMatches(tx, request.id)
    };
    await writeAudit(tx, [
      {
        at: look.now,
        actor: look.actor,
        action: 'read',
        entity: 'help_request',
        entityId: request.id,
        why: 'help'
      }
    ]);
    return ok(file);
  });
}

export type StepError = { readonly type: 'not-found' } | { readonly type: 'not-now' };

/**
 * Puts a request on the board, takes it off, declines it, hands it over or withdraws it for the person.
 * What is for the desk only is never put on the board; somebody who must hear of an end gets a notice.
 */
export function takeStep(
  db: Db,
  taken: {
    readonly id: string;
    readonly step: RequestStep;
    readonly handOver?: HandOver;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly state: RequestState }, StepError>> {
  return inTransaction(db, async (tx) => {
    const request = await findRequest(tx, taken.id);
    if (!request) return err({ type: 'not-found' });
    const state = stateAfter(taken.step, request);
    const handsOver = taken.step === 'hand-over';
    if (!state || handsOver !== (taken.handOver !== undefined)) return err({ type: 'not-now' });

    const moved = await moveRequest(tx, request.id, request.state, {
      state,
      ...(taken.handOver ? { handOver: taken.handOver } : {})
    });
    if (!moved) return err({ type: 'not-now' });
    if (state === 'declined') await tellAsker(tx, request, 'help-not-possible', taken.now);
    if (state === 'handed-over') await tellAsker(tx, request, 'help-handed-over', taken.now);
    await writeAudit(tx, [
      {
        at: taken.now,
        actor: taken.actor,
        action: taken.step,
        entity: 'help_request',
        entityId: request.id,
        why: taken.handOver?.to ?? 'help'
      }
    ]);
    return ok({ state });
  });
}

/** Adds a notice for the person who asked; nameless ones ring the desk themselves. */
export async function tellAsker(
  tx: Tx,
  request: Pick<HelpRequest, 'id' | 'personId' | 'number'>,
  kind:
    | 'help-not-possible'
    | 'help-handed-over'
    | 'help-matched'
    | 'match-cancelled'
    | 'match-changed'
    | 'match-other-supporter'
    | 'trouble-received'
    | 'message-passed-on'
    | 'message-answered',
  now: Instant,
  about: Readonly<Record<string, string | number>> = {}
): Promise<void> {
  if (request.personId === null) return;
  const person = await tx
    .selectFrom('person')
    .select(['way', 'contact_stopped_at', 'delete_after'])
    .where('id', '=', request.personId)
    .executeTakeFirstOrThrow();
  await addNotice(tx, {
    to: { personId: request.personId },
    way: person.way,
    kind,
    dedupeKey: `${kind}:${about['messageId'] ?? about['reportId'] ?? about['matchId'] ?? request.id}`,
    params: { requestId: request.id, number: request.number, ...about },
    contactStopped: person.contact_stopped_at !== null,
    now,
    deleteAfter: person.delete_after
  });
}

async function readAsker(tx: Tx, personId: string): Promise<Asker | undefined> {
  const row = await tx
    .selectFrom('person')
    .select(['kana', 'name', 'phone', 'way', 'contact_stopped_at'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { contact_stopped_at, ...asker } = row;
  return { ...asker, contactStopped: contact_stopped_at !== null };
}

function readOffers(tx: Tx, requestId: string): Promise<OfferLine[]> {
  return tx
    .selectFrom('offer')
    .innerJoin('supporter', 'supporter.id', 'offer.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select([
      'offer.id',
      'offer.state',
      'offer.created_at as createdAt',
      'account.name as supporterName'
    ])
    .where('offer.request_id', '=', requestId)
    .orderBy('offer.created_at')
    .execute();
}

async function readMatches(tx: Tx, requestId: string): Promise<MatchLine[]> {
  const rows = await tx
    .selectFrom('help_match')
    .innerJoin('supporter', 'supporter.id', 'help_match.supporter_id')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select([
      'help_match.id',
      'help_match.supporter_id',
      'help_match.venue_id',
      'help_match.starts_at',
      'help_match.ends_at',
      'help_match.host',
      'help_match.state',
      'help_match.confirmed_by',
      'help_match.cancelled_because',
      'account.name as supporterName'
    ])
    .where('help_match.request_id', '=', requestId)
    .orderBy('help_match.created_at')
    .execute();
  const messages = await listMessagesOf(
    tx,
    rows.map(({ id }) => id)
  );
  return rows.map((row) => ({
    ...row,
    messages: messages.filter(({ match_id }) => match_id === row.id)
  }));
}
