import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result.ts';
import {
  drawOrder,
  inListOrder,
  LotteryRules,
  overridePlaces,
  overrideReasons,
  type Entrant
} from './lottery.ts';
import { quotaFamilies } from './arrangement.ts';
import { addTo, freeSeatsOf, pools, type ByPool } from './seating.ts';

const FORMAT = 'engawa-lottery-1';
const MOST_LOTS = 99;

const Seats = v.pipe(v.number(), v.integer(), v.minValue(0));
const Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Number7 = v.pipe(v.string(), v.regex(/^\d{7}$/));

/**
 * A whole lottery as it is published: with it and `npm run lottery` anybody draws again. A dry run has
 * another seed and says so; it decides nothing.
 */
export const LotteryRecord = v.strictObject({
  format: v.literal(FORMAT),
  kind: v.picklist(['draw', 'dry-run']),
  workshop: v.string(),
  seats: Seats,
  /** Seats kept for phone families; absent where they are not divided. */
  division: v.exactOptional(v.record(v.picklist(quotaFamilies), Seats)),
  rules: LotteryRules,
  /** SHA-256 of `seed` as it is written here; known before applications closed. */
  commitment: Hex,
  seed: Hex,
  /** By number; higher groups first, `lots` counts the lots of one entrant. */
  entrants: v.array(
    v.strictObject({
      number: Number7,
      group: v.pipe(v.number(), v.integer()),
      lots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_LOTS)),
      override: v.exactOptional(
        v.strictObject({ to: v.picklist(overridePlaces), reason: v.picklist(overrideReasons) })
      ),
      pool: v.exactOptional(v.picklist(pools))
    })
  ),
  /**
   * The numbers as drawn: in this order each has a seat while there is one, of their own pool where seats
   * are divided; the others wait in this order.
   */
  order: v.array(Number7)
});
export type LotteryRecord = v.InferOutput<typeof LotteryRecord>;

/** SHA-256 and HMAC-SHA-256 in lower-case hex; told, since the domain knows no machine. */
export type Hashes = {
  readonly sha256: (text: string) => string;
  readonly hmac: (key: string, text: string) => string;
};

/** Draws, and writes down all that is needed to draw again. */
export function drawRecord(
  told: Pick<LotteryRecord, 'kind' | 'workshop' | 'seats' | 'division' | 'rules' | 'seed'> & {
    readonly entrants: readonly Entrant[];
  },
  hashes: Hashes
): LotteryRecord {
  const { kind, workshop, seats, division, rules, seed } = told;
  const entrants = [...inListOrder(told.entrants)];
  return {
    format: FORMAT,
    ...{ kind, workshop, seats, ...(division && { division }), rules },
    commitment: hashes.sha256(seed),
    seed,
    entrants,
    order: [...drawOrder(entrants, (text) => hashes.hmac(seed, text))]
  };
}

export type RecordError =
  | { readonly type: 'not-a-record' }
  /** The seed is not the one whose hash was shown before. */
  | { readonly type: 'another-seed' }
  | { readonly type: 'list-not-sorted' }
  | { readonly type: 'another-order'; readonly order: readonly string[] };

/** Draws again from what was published; `commitment` is what the reader noted down themselves. */
export function checkRecord(
  published: unknown,
  hashes: Hashes,
  commitment?: string
): Result<LotteryRecord, RecordError> {
  const read = v.safeParse(LotteryRecord, published);
  if (!read.success) return err({ type: 'not-a-record' });
  const record = read.output;

  const hash = hashes.sha256(record.seed);
  if (hash !== record.commitment || (commitment !== undefined && hash !== commitment)) {
    return err({ type: 'another-seed' });
  }
  const numbers = record.entrants.map(({ number }) => number);
  if (numbers.join() !== [...new Set(numbers)].sort().join()) {
    return err({ type: 'list-not-sorted' });
  }
  const order = drawOrder(record.entrants, (text) => hashes.hmac(record.seed, text));
  return order.join() === record.order.join() ? ok(record) : err({ type: 'another-order', order });
}

/** The numbers that got a seat. */
export function seatedIn(record: LotteryRecord): ReadonlySet<string> {
  const { seats, division, entrants, order } = record;
  const poolOfNumber = new Map(entrants.map(({ number, pool }) => [number, pool ?? 'other']));
  const seated = new Set<string>();
  let taken: ByPool = {};
  for (const number of order) {
    const pool = poolOfNumber.get(number) ?? 'other';
    if (freeSeatsOf({ seats, division, taken }, pool) === 0) continue;
    seated.add(number);
    taken = addTo(taken, pool);
  }
  return seated;
}

/** Who got no seat, in the order of the waiting line. */
export function unseatedIn(record: LotteryRecord): readonly string[] {
  const seated = seatedIn(record);
  return record.order.filter((number) => !seated.has(number));
}
