import type { City } from '#city/city.ts';
import {
  decideSlot,
  decideTaking,
  type SlotError,
  type SlotProposal,
  type TakeError
} from '#features/board/domain/opened-slot.ts';
import {
  addPlace,
  addSlot,
  listSlots,
  lockSlot,
  removePlace,
  removeSlot
} from '#features/board/server/help-slots.ts';
import { listComing } from '#features/board/server/matches.ts';
import { findSupporter, lockSupporter } from '#features/board/server/supporters.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { readOpeningHours } from './opening-hours.ts';
import { deleteAfter } from './retention.ts';

type By = { readonly actor: string; readonly now: Instant };

/** Opens a time at a place for helpers. */
export function openSlot(
  db: Db,
  city: City,
  {
    venueId,
    proposal,
    actor,
    now
  }: By & { readonly venueId: string; readonly proposal: SlotProposal }
): Promise<Result<{ readonly slotId: string }, SlotError | { readonly type: 'venue-unknown' }>> {
  return inTransaction(db, async (tx) => {
    const hours = await readOpeningHours(tx, venueId);
    if (!hours) return err({ type: 'venue-unknown' });
    const slot = decideSlot(proposal, hours, now);
    if (!slot.ok) return slot;
    const { startsAt, endsAt, wanted, host } = slot.value;
    const slotId = newId();
    await addSlot(tx, {
      ...{ id: slotId, venue_id: venueId, starts_at: startsAt, ends_at: endsAt, wanted, host },
      ...{ made_by: actor, created_at: now },
      delete_after: deleteAfter(city, 'helpRequest', localDateOf(startsAt))
    });
    await audit(tx, { slotId, actor, now }, 'open');
    return ok({ slotId });
  });
}

type Place = By & { readonly slotId: string; readonly supporterId: string };

/** Takes a place in a slot; of two who take the last one at once, the other hears that it is full. */
export function takeSlot(db: Db, place: Place): Promise<Result<undefined, TakeError>> {
  const { slotId, supporterId, now } = place;
  return inTransaction(db, async (tx) => {
    const slot = await lockSlot(tx, slotId);
    const supporter = await lockSupporter(tx, supporterId);
    if (!slot || !supporter) return err({ type: 'not-found' });
    const helper = {
      id: supporterId,
      mayHelp: supporter.state === 'active',
      busy: await readBusy(tx, supporterId, now)
    };
    const taken = decideTaking(slot, helper, now);
    if (!taken.ok) return taken;
    if (!taken.value.isNew) return ok(undefined);
    await addPlace(tx, { slotId, supporterId, now });
    await audit(tx, place, 'take');
    return ok(undefined);
  });
}

/** Gives a place back while the slot has not begun; what was confirmed in it stays a meeting. */
export function leaveSlot(
  db: Db,
  place: Place
): Promise<Result<undefined, { readonly type: 'not-found' }>> {
  const { slotId, supporterId, now } = place;
  return inTransaction(db, async (tx) => {
    const slot = await lockSlot(tx, slotId);
    if (!slot || slot.startsAt <= now) return err({ type: 'not-found' });
    if (!(await removePlace(tx, slotId, supporterId))) return err({ type: 'not-found' });
    await audit(tx, place, 'leave');
    return ok(undefined);
  });
}

/** Closes a slot that has not begun; whoever took a place in it is to be told. */
export function closeSlot(
  db: Db,
  city: City,
  closed: By & { readonly slotId: string }
): Promise<Result<undefined, { readonly type: 'not-found' }>> {
  const { slotId, now } = closed;
  return inTransaction(db, async (tx) => {
    const slot = await lockSlot(tx, slotId);
    if (!slot || slot.startsAt <= now) return err({ type: 'not-found' });
    for (const supporterId of slot.takenBy) {
      const supporter = await findSupporter(tx, supporterId);
      if (!supporter) continue;
      await addNotice(tx, {
        to: { accountId: supporter.accountId },
        way: 'mail',
        kind: 'slot-closed-for-supporter',
        dedupeKey: `slot-closed-for-supporter:${slotId}:${supporterId}`,
        params: { venueId: slot.venueId, startsAt: slot.startsAt },
        contactStopped: false,
        now,
        deleteAfter: deleteAfter(city, 'helpRequest', localDateOf(slot.startsAt))
      });
    }
    await removeSlot(tx, slotId);
    await audit(tx, closed, 'close');
    return ok(undefined);
  });
}

async function readBusy(tx: Tx, supporterId: string, now: Instant) {
  const meetings = await listComing(tx, supporterId, now);
  const slots = await listSlots(tx, now);
  return [
    ...meetings.map(({ starts_at, ends_at }) => ({ startsAt: starts_at, endsAt: ends_at })),
    ...slots.filter(({ takenBy }) => takenBy.includes(supporterId))
  ];
}

function audit(
  tx: Tx,
  { slotId, actor, now }: By & { readonly slotId: string },
  action: string
): Promise<void> {
  return writeAudit(tx, [
    { at: now, actor, action, entity: 'help_slot', entityId: slotId, why: 'help' }
  ]);
}
