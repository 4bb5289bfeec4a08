import type { Db } from '#server/db/database.ts';
import { sha256 } from '#server/hash.ts';
import { clearAttempts, takeAttempt, type Limit } from '#server/rate-limit.ts';
import { DAY_MS, MINUTE_MS, type Instant } from '#shared/time/instant.ts';

const PER_NUMBER: Limit = { times: 5, withinMs: 15 * MINUTE_MS };
/** Numbers of a lottery are published, so guessing the digits beside one ends for the day. */
const PER_NUMBER_A_DAY: Limit = { times: 20, withinMs: DAY_MS };
/** A whole 公民館 shares one address, so it is allowed many. */
const PER_ADDRESS: Limit = { times: 200, withinMs: 15 * MINUTE_MS };

/** What a number with the last four digits of a telephone is tried for. */
type What = 'receipt' | 'message';

/** Whether somebody may still try the digits that belong to a receipt's number. */
export async function mayTryNumber(
  db: Db,
  what: What,
  tried: { readonly number: string; readonly address: string; readonly now: Instant }
): Promise<boolean> {
  const number = sha256(tried.number);
  const { now } = tried;
  return (
    (await takeAttempt(db, `${what}-from:${sha256(tried.address)}`, PER_ADDRESS, now)) &&
    (await takeAttempt(db, `${what}:${number}`, PER_NUMBER, now)) &&
    (await takeAttempt(db, `${what}-day:${number}`, PER_NUMBER_A_DAY, now))
  );
}

/** The right digits: earlier tries at the number are forgotten. */
export async function forgetTries(db: Db, what: What, number: string): Promise<void> {
  await clearAttempts(db, `${what}:${sha256(number)}`);
  await clearAttempts(db, `${what}-day:${sha256(number)}`);
}
