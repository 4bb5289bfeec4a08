import type { NoticeState } from '#features/notices/domain/notice.ts';
import type { TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import {
  hasHadTheirs,
  heldPriorities,
  type LotteryRules,
  type Priority
} from '#features/workshops/domain/lottery.ts';
import { unseatedIn, type LotteryRecord } from '#features/workshops/domain/lottery-record.ts';
import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import {
  findLottery,
  listOverrides,
  type KeptOverride
} from '#features/workshops/server/lottery.ts';
import { firstStartOf } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readEntrants } from '../lottery-entrants.ts';
import { drawNoticeKey } from '../refill-line.ts';
import { findWorkshopHead, type WorkshopHead } from './workshop-file.ts';

/** Somebody in a lottery that is not drawn yet, and why the rules put them where they are. */
export type EnteredLine = {
  readonly signUpId: string;
  readonly kana: string;
  readonly name: string;
  readonly number: string;
  readonly group: number;
  readonly lots: number;
  readonly held: readonly Priority[];
  readonly hadTheirs: boolean;
  readonly isSecondEntry: boolean;
  readonly override: KeptOverride | undefined;
};

/** Somebody who was drawn, in the order drawn, and whether they know. */
export type DrawnLine = {
  readonly number: string;
  /** As drawn, from 1; `undefined` for those who were drawn for a seat. */
  readonly placeInLine: number | undefined;
  /** `undefined` when the rows of this person are deleted by now. */
  readonly person:
    | {
        readonly signUpId: string;
        readonly kana: string;
        readonly name: string;
        readonly phone: string | null;
        readonly way: TellingWay;
        /** How the sign-up stands now. */
        readonly status: SignUpStatus;
        /** Absent when the result was overtaken by other news. */
        readonly notice: { readonly id: string; readonly state: NoticeState } | undefined;
      }
    | undefined;
};

/** The seed is not in it: before the draw nobody reads it, the desk neither. */
export type LotteryFile = {
  readonly workshop: WorkshopHead;
  readonly startsAt: Instant;
  readonly commitment: string;
  readonly drawsAt: Instant;
  readonly rules: LotteryRules;
  readonly drawnAt: Instant | undefined;
  readonly entered: readonly EnteredLine[];
  readonly drawn: readonly DrawnLine[];
};

/**
 * A lottery as the desk sees it: who is in it, or who was drawn. Names are read, so it is written down.
 * @returns `undefined` for workshops without a lottery.
 */
export function readLotteryFile(
  db: Db,
  asked: {
    readonly id: string;
    readonly actor: string;
    readonly why: 'lottery' | 'print';
    readonly now: Instant;
  }
): Promise<LotteryFile | undefined> {
  return inTransaction(db, async (tx) => {
    const workshop = await findWorkshopHead(tx, asked.id);
    const lottery = await findLottery(tx, asked.id);
    if (!workshop || !lottery) return undefined;

    const { commitment, drawsAt, rules, drawn } = lottery;
    const file = {
      ...{ workshop, commitment, drawsAt, rules, drawnAt: drawn?.at },
      startsAt: await firstStartOf(tx, asked.id),
      entered: drawn ? [] : await readEntered(tx, asked.id, rules),
      drawn: drawn ? await readDrawn(tx, asked.id, drawn.record) : []
    };
    const { id: entityId, actor, why, now } = asked;
    await writeAudit(tx, [{ at: now, actor, action: 'read', entity: 'workshop', entityId, why }]);
    return file;
  });
}

async function readEntered(
  tx: Tx,
  workshopId: string,
  rules: LotteryRules
): Promise<readonly EnteredLine[]> {
  const entered = await readEntrants(tx, { id: workshopId, division: undefined }, rules);
  const overrides = await listOverrides(tx, workshopId);
  const names = await readNames(tx, workshopId);
  return entered.map(({ signUpId, facts, entrant }) => ({
    signUpId,
    kana: names.get(signUpId)?.kana ?? '',
    name: names.get(signUpId)?.name ?? '',
    number: entrant.number,
    group: entrant.group,
    lots: entrant.lots,
    held: heldPriorities(facts, rules),
    hadTheirs: hasHadTheirs(facts, rules),
    isSecondEntry: facts.isSecondEntry,
    override: overrides.get(signUpId)
  }));
}

async function readDrawn(
  tx: Tx,
  workshopId: string,
  record: LotteryRecord
): Promise<readonly DrawnLine[]> {
  const people = [...(await readNames(tx, workshopId)).values()];
  const byNumber = new Map(people.map((person) => [person.receipt_number, person]));
  const notices = await readDrawNotices(
    tx,
    people.map(({ id }) => id)
  );
  const line = new Map(unseatedIn(record).map((number, index) => [number, index + 1]));
  return record.order.map((number) => {
    const person = byNumber.get(number);
    return {
      number,
      placeInLine: line.get(number),
      person: person && {
        signUpId: person.id,
        kana: person.kana,
        name: person.name,
        phone: person.phone,
        way: person.way,
        status: person.status,
        notice: notices.get(drawNoticeKey(person.id))
      }
    };
  });
}

async function readNames(tx: Tx, workshopId: string) {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select([
      ...(['sign_up.id', 'receipt_number', 'status'] as const),
      ...(['kana', 'name', 'phone', 'way'] as const)
    ])
    .where('workshop_id', '=', workshopId)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function readDrawNotices(
  tx: Tx,
  signUpIds: readonly string[]
): Promise<ReadonlyMap<string, { readonly id: string; readonly state: NoticeState }>> {
  if (signUpIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('notice')
    .select(['id', 'state', 'dedupe_key'])
    .where('dedupe_key', 'in', signUpIds.map(drawNoticeKey))
    .execute();
  return new Map(rows.map(({ id, state, dedupe_key }) => [dedupe_key, { id, state }]));
}
