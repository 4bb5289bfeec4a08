import type { MailFailureClass } from '#features/notices/domain/mail.ts';
import type { NoticeKind, NoticeState } from '#features/notices/domain/notice.ts';
import { BY_MAIL, findMailDeliveries } from '#features/notices/server/mail-deliveries.ts';
import type { NoticeRow } from '#features/notices/server/tables.ts';
import type { TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { changeNoticeKey } from '../change-session.ts';
import { readSubjects, type NoticeSubject } from './notice-subjects.ts';

/** Who is to be told: an applicant or somebody who asked for help, or a supporter by their account. */
export type Recipient =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly kana: string;
      readonly name: string;
      readonly phone: string | null;
      readonly contactStopped: boolean;
    }
  | { readonly kind: 'account'; readonly name: string };

export type NoticeLine = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly way: TellingWay;
  readonly state: NoticeState;
  readonly createdAt: Instant;
  /** How a mail stands; `undefined` where none is in play. */
  readonly mail: MailState | undefined;
  readonly told: { readonly at: Instant; readonly by: string } | undefined;
  readonly recipient: Recipient;
  readonly subject: NoticeSubject;
};

/**
 * - `off`: this server sends none, so somebody else must tell it.
 * - `queued`: it goes by itself; with `again` it failed before, and that is the next try.
 * - `failed`: somebody else must tell it, and why.
 */
export type MailState =
  | { readonly kind: 'off' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'queued'; readonly again: Instant | undefined }
  | { readonly kind: 'failed'; readonly failure: MailFailureClass };

export type NoticePage = {
  readonly lines: readonly NoticeLine[];
  readonly total: number;
  readonly pages: number;
};

export const NOTICES_PER_PAGE = 25;

/**
 * One page of what must be told: those to call first, then the other ways, the oldest first. Names and
 * telephone numbers are read here, so each person shown is written down.
 */
export function readNotices(
  db: Db,
  asked: {
    readonly state: NoticeState;
    /** Only those of one change of a date. */
    readonly changeId?: string | undefined;
    /** False where the server has no mail settings: who is told by mail is to be called then. */
    readonly sendsMail?: boolean;
    /** From 1. */
    readonly page: number;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<NoticePage> {
  return inTransaction(db, async (tx) => {
    const { total } = await tx
      .selectFrom('notice')
      .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
      .where('state', '=', asked.state)
      .$if(asked.changeId !== undefined, (query) =>
        query.where('dedupe_key', 'like', changeNoticeKey(asked.changeId ?? '', '%'))
      )
      .executeTakeFirstOrThrow();
    const lines = await readLines(tx, asked);
    const people = new Set(
      lines.flatMap(({ recipient }) => (recipient.kind === 'person' ? [recipient.personId] : []))
    );
    await writeAudit(
      tx,
      [...people].map((entityId) => ({
        at: asked.now,
        actor: asked.actor,
        action: 'read',
        entity: 'person',
        entityId,
        why: 'call'
      }))
    );
    return { lines, total, pages: Math.max(1, Math.ceil(total / NOTICES_PER_PAGE)) };
  });
}

/** How many are still to be told of one change, and how many were. */
export async function countTold(
  db: Db,
  changeId: string
): Promise<Readonly<Record<NoticeState, number>>> {
  const rows = await db
    .selectFrom('notice')
    .select((eb) => ['state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('dedupe_key', 'like', changeNoticeKey(changeId, '%'))
    .groupBy('state')
    .execute();
  const counts = { 'to-tell': 0, told: 0, 'not-reached': 0, 'not-wanted': 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

async function readLines(
  tx: Tx,
  { state, page, changeId, sendsMail = false }: Parameters<typeof readNotices>[1]
): Promise<NoticeLine[]> {
  const rows = await tx
    .selectFrom('notice')
    .leftJoin('person', 'person.id', 'notice.person_id')
    .leftJoin('account', 'account.id', 'notice.account_id')
    .leftJoin('account as teller', 'teller.id', 'notice.told_by')
    .selectAll('notice')
    .select([
      'person.kana',
      'person.name',
      'person.phone',
      'person.contact_stopped_at',
      'account.name as account_name',
      'teller.name as teller_name'
    ])
    .where('notice.state', '=', state)
    .$if(changeId !== undefined, (query) =>
      query.where('notice.dedupe_key', 'like', changeNoticeKey(changeId ?? '', '%'))
    )
    .orderBy((eb) =>
      eb
        .case()
        .when('notice.way', 'in', sendsMail && state === 'to-tell' ? ['phone'] : ['phone', 'mail'])
        .then(0)
        .else(1)
        .end()
    )
    .orderBy('notice.created_at', state === 'told' || state === 'not-wanted' ? 'desc' : 'asc')
    .orderBy('notice.id')
    .limit(NOTICES_PER_PAGE)
    .offset((page - 1) * NOTICES_PER_PAGE)
    .execute();
  const subjects = await readSubjects(
    tx,
    rows.map(({ params }) => params)
  );
  const deliveries = await findMailDeliveries(
    tx,
    rows.map(({ id }) => id)
  );
  return rows.map((row, index) => ({
    id: row.id,
    mail: mailStateOf(row, deliveries.get(row.id), sendsMail),
    kind: row.kind,
    way: row.way,
    state: row.state,
    createdAt: row.created_at,
    told: row.told_at === null ? undefined : { at: row.told_at, by: row.teller_name ?? '' },
    recipient: recipientOf(row),
    subject: subjects[index] ?? {}
  }));
}

function recipientOf(
  row: Pick<NoticeRow, 'person_id'> &
    Readonly<Record<'kana' | 'name' | 'phone' | 'account_name', string | null>> & {
      readonly contact_stopped_at: Instant | null;
    }
): Recipient {
  if (row.person_id === null) return { kind: 'account', name: row.account_name ?? '' };
  return {
    kind: 'person',
    personId: row.person_id,
    kana: row.kana ?? '',
    name: row.name ?? '',
    phone: row.phone,
    contactStopped: row.contact_stopped_at !== null
  };
}

function mailStateOf(
  notice: Pick<NoticeRow, 'way' | 'state' | 'told_by'>,
  delivery: { readonly failure: MailFailureClass | null; readonly nextAt: Instant } | undefined,
  sendsMail: boolean
): MailState | undefined {
  if (notice.way !== 'mail') return undefined;
  if (notice.state === 'told') return notice.told_by === BY_MAIL ? { kind: 'sent' } : undefined;
  const failure = delivery?.failure ?? undefined;
  if (notice.state === 'not-reached') return failure && { kind: 'failed', failure };
  if (notice.state !== 'to-tell') return undefined;
  if (!sendsMail) return { kind: 'off' };
  return { kind: 'queued', again: failure && delivery?.nextAt };
}

/**
 * Writes down that a notice was told, or that nobody answered. What was told or withdrawn meanwhile
 * stays as it is.
 * @returns false when there was nothing to change.
 */
export function tellNotice(
  db: Db,
  told: {
    readonly noticeId: string;
    readonly state: 'told' | 'not-reached';
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('notice')
      .set({ state: told.state, told_at: told.now, told_by: told.actor })
      .where('id', '=', told.noticeId)
      .where('state', 'in', ['to-tell', 'not-reached'])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAudit(tx, [
      {
        at: told.now,
        actor: told.actor,
        action: told.state,
        entity: 'notice',
        entityId: told.noticeId,
        why: 'call'
      }
    ]);
    return true;
  });
}
