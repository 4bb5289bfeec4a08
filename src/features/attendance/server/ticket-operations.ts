import type { OperationResult } from '#features/sync/domain/operation.ts';
import type { StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { readPayload } from '../domain/operation.ts';
import { ticketPayloads, type TicketType } from '../domain/ticket-operation.ts';
import { sessionOfScope, type AttendanceNeighbours, type DoorHandler } from './operations.ts';

/**
 * The handlers of `ticket.*`. A call may come before the taking of its ticket, from another tablet, so
 * nothing is asked but its shape. One label on two tickets is flagged: a tablet that lost its storage.
 */
export function ticketHandlers(neighbours: AttendanceNeighbours): readonly DoorHandler[] {
  return (Object.keys(ticketPayloads) as TicketType[]).map((type) => ({
    type,
    apply: (tx, operation) => applyTicket(tx, neighbours, type, operation)
  }));
}

async function applyTicket(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  type: TicketType,
  operation: StoredOperation
): Promise<OperationResult> {
  if (!readPayload(type, operation.payload)) return { status: 'rejected', code: 'payload' };
  const session = await sessionOfScope(tx, neighbours, operation.scope);
  if (!session) return { status: 'rejected', code: 'unknown-session' };
  if (type !== 'ticket.take') return { status: 'applied' };

  await neighbours.lockSession(tx, session.sessionId);
  const label = labelOf(operation);
  const before = await neighbours.factsOf(tx, operation.scope);
  const isGiven = before.some(
    (fact) =>
      fact.type === 'ticket.take' && fact.entityId !== operation.entityId && labelOf(fact) === label
  );
  return isGiven ? { status: 'conflict', code: 'label-twice' } : { status: 'applied' };
}

function labelOf({ payload }: { readonly payload: string }): string {
  const told = readPayload('ticket.take', payload);
  return told ? `${told.letter}${told.number}` : '';
}
