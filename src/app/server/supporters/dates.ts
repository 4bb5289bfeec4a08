import { withDate } from '#features/board/domain/dates.ts';
import type { DateWish } from '#features/board/domain/help-slot.ts';
import { lockSupporter, setDates } from '#features/board/server/supporters.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';

type Asked = { readonly supporterId: string; readonly actor: string; readonly now: Instant };

/** Notes a day on which a supporter is away, or comes beyond the usual times. */
export function addDate(
  db: Db,
  asked: Asked & { readonly wish: DateWish }
): Promise<Result<undefined, { readonly type: 'wrong' }>> {
  return changeDates(db, asked, (dates, today) => withDate(dates, asked.wish, today));
}

/** The week's times hold again on that day. */
export function removeDate(
  db: Db,
  asked: Asked & { readonly date: LocalDate }
): Promise<Result<undefined, { readonly type: 'wrong' }>> {
  return changeDates(db, asked, (dates) => dates.filter(({ date }) => date !== asked.date));
}

function changeDates(
  db: Db,
  { supporterId, actor, now }: Asked,
  change: (dates: readonly DateWish[], today: LocalDate) => readonly DateWish[] | undefined
): Promise<Result<undefined, { readonly type: 'wrong' }>> {
  return inTransaction(db, async (tx) => {
    const supporter = await lockSupporter(tx, supporterId);
    const dates = supporter && change(supporter.dates, localDateOf(now));
    if (!dates) return err({ type: 'wrong' });
    await setDates(tx, supporterId, dates);
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: 'supporter.dates', entity: 'supporter' },
        ...{ entityId: supporterId, why: 'own' }
      }
    ]);
    return ok(undefined);
  });
}
