import { writeAudit } from '#features/people/server/audit.ts';
import type { OverridePlace, OverrideReason } from '#features/workshops/domain/lottery.ts';
import { dropOverride, findLottery, keepOverride } from '#features/workshops/server/lottery.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

export type OverrideError =
  { readonly type: 'not-in-lottery' } | { readonly type: 'already-drawn' };

type Asked = {
  readonly workshopId: string;
  readonly signUpId: string;
  /** `undefined` takes an earlier one back. */
  readonly override:
    | { readonly to: OverridePlace; readonly reason: OverrideReason; readonly note: string }
    | undefined;
  readonly actor: string;
  readonly now: Instant;
};

/**
 * Sets one entrant before or after everybody else. The reason's code is published with the record, the
 * sentence stays at the desk; both the setting and the taking back are in the audit rows. After the draw
 * nothing can be set.
 */
export function overrideEntrant(db: Db, asked: Asked): Promise<Result<null, OverrideError>> {
  const { workshopId, signUpId, override, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    await lockWorkshop(tx, { id: workshopId });
    const lottery = await findLottery(tx, workshopId);
    const entered = await tx
      .selectFrom('sign_up')
      .select('id')
      .where('id', '=', signUpId)
      .where('workshop_id', '=', workshopId)
      .where('status', 'in', ['entered', 'confirmed', 'waiting'])
      .executeTakeFirst();
    if (!lottery || !entered) return err({ type: 'not-in-lottery' });
    if (lottery.drawn) return err({ type: 'already-drawn' });

    if (override) await keepOverride(tx, { signUpId, ...override }, { by: actor, at: now });
    else if (!(await dropOverride(tx, signUpId))) return ok(null);
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: override ? `lottery-${override.to}` : 'lottery-as-ruled',
        entity: 'sign_up',
        entityId: signUpId,
        why: override?.reason ?? 'lottery'
      }
    ]);
    return ok(null);
  });
}
