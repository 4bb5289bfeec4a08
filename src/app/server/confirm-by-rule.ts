import type { City } from '#city/city.ts';
import { whyNotByRule, type RuleCase, type RuleStop } from '#features/board/domain/confirm-rule.ts';
import { proposeMatches, type ProposedMatch } from '#features/board/domain/matching.ts';
import { findHeldSlot } from '#features/board/server/help-slots.ts';
import { reopenOffers } from '#features/board/server/matches.ts';
import { moveRequest } from '#features/board/server/requests.ts';
import { isSwitchedOn, switchSetting } from '#features/board/server/settings.ts';
import { withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, localDateOf, localTimeOf, type Instant } from '#shared/time/instant.ts';
import { takeConfirmed, tellReleased } from './cancel-match.ts';
import { BY_RULE, confirmWithin, type ConfirmError } from './confirm-match.ts';
import { readPatterns } from './desk/board-watch.ts';
import { tellAsker } from './help-desk.ts';
import { publishMatch } from './match-card.ts';
import { readTown } from './matching-town.ts';

const SETTING = 'confirm-by-rule';

type By = { readonly actor: string; readonly now: Instant };

/** Whether pairs about which nothing is in doubt are confirmed by themselves. */
export function isRuleOn(db: Db): Promise<boolean> {
  return isSwitchedOn(db, SETTING);
}

/** The coordinator switches the rule on or off; what it confirmed stands. */
export function switchRule(
  db: Db,
  { isOn, actor, now }: By & { readonly isOn: boolean }
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await switchSetting(tx, SETTING, { isOn, by: actor, now });
    const action = isOn ? 'switch-on' : 'switch-off';
    await writeAudit(tx, [
      { at: now, actor, action, entity: 'board_setting', entityId: SETTING, why: 'help' }
    ]);
  });
}

/** Confirms all that the rule allows now. @returns how many */
export async function confirmByRule(db: Db, city: City, now: Instant): Promise<number> {
  let confirmed = 0;
  for (const pair of await findSurePairs(db, now)) {
    if ((await confirmPair(db, city, { ...pair, now })).ok) confirmed += 1;
  }
  return confirmed;
}

/** Confirms an offer at once, when the rule allows it. @returns whether it did */
export async function confirmOffered(
  db: Db,
  city: City,
  offer: { readonly requestId: string; readonly supporterId: string; readonly now: Instant }
): Promise<boolean> {
  const pair = (await findSurePairs(db, offer.now)).find(
    ({ requestId, supporterId }) =>
      requestId === offer.requestId && supporterId === offer.supporterId
  );
  return pair !== undefined && (await confirmPair(db, city, { ...pair, now: offer.now })).ok;
}

/**
 * The best pairs of the whole board in the times that the desk opened, with a named host. An offer gets no
 * turn that somebody else should have who waits longer.
 */
async function findSurePairs(db: Db, now: Instant): Promise<readonly ProposedMatch[]> {
  if (!(await isRuleOn(db))) return [];
  const town = await readTown(db, now);
  const slots = town.slots.filter(({ isTaken, host }) => isTaken && host !== '');
  return proposeMatches({ ...town, slots }).matches;
}

type Pair = {
  readonly requestId: string;
  readonly supporterId: string;
  readonly venueId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly now: Instant;
};

/** The rule is asked, and the pair looked at anew, in the transaction that confirms it. */
function confirmPair(
  db: Db,
  city: City,
  pair: Pair
): Promise<Result<{ readonly matchId: string }, ConfirmError | { readonly type: RuleStop }>> {
  const { requestId, supporterId, venueId, startsAt, endsAt, now } = pair;
  return inTransaction(db, async (tx) => {
    const asked = await readCase(tx, pair);
    const stop = whyNotByRule(asked);
    if (stop) return err({ type: stop });
    return confirmWithin(tx, city, {
      ...{ requestId, offerId: '', heldBy: supporterId, venueId, actor: BY_RULE, now },
      proposal: {
        ...{ date: localDateOf(startsAt), startsAt: localTimeOf(startsAt), host: asked.host },
        minutes: (endsAt - startsAt) / MINUTE_MS
      }
    });
  });
}

async function readCase(tx: Tx, pair: Pair): Promise<RuleCase> {
  const request = await tx
    .selectFrom('help_request')
    .select(['seen_at', 'person_id'])
    .where('id', '=', pair.requestId)
    .executeTakeFirst();
  const earlier = await tx
    .selectFrom('help_match')
    .select('id')
    .where('request_id', '=', pair.requestId)
    .executeTakeFirst();
  const held = await findHeldSlot(tx, pair);
  return {
    isOn: await isRuleOn(tx),
    wasSeen: typeof request?.seen_at === 'number',
    hadMeeting: earlier !== undefined,
    isSlotTaken: held !== undefined,
    host: held?.host ?? '',
    isWatched: await isWatched(tx, pair, request?.person_id ?? null)
  };
}

/** A pattern or an open report about the supporter, this request or another one of the same person. */
async function isWatched(
  tx: Tx,
  { requestId, supporterId, now }: Pair,
  personId: string | null
): Promise<boolean> {
  const own = await tx
    .selectFrom('help_request')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', requestId), eb('person_id', '=', personId ?? '')]))
    .execute();
  const requestIds = own.map(({ id }) => id);
  const patterns = await readPatterns(tx, now);
  const isOdd = patterns.some(
    (pattern) =>
      pattern.supporterId === supporterId ||
      pattern.requestIds.some((id) => requestIds.includes(id))
  );
  if (isOdd) return true;
  const report = await tx
    .selectFrom('trouble_report')
    .innerJoin('help_match', 'help_match.id', 'trouble_report.match_id')
    .select('trouble_report.id')
    .where('trouble_report.state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('help_match.supporter_id', '=', supporterId),
        eb('help_match.request_id', 'in', requestIds)
      ])
    )
    .executeTakeFirst();
  return report !== undefined;
}

/**
 * Takes back what the rule confirmed. The request is on the board again, where only a person decides about
 * it; the offers stand. Whoever was not told of the meeting yet hears nothing of it.
 */
export function undoByRule(
  db: Db,
  { matchId, actor, now }: By & { readonly matchId: string }
): Promise<Result<{ readonly requestId: string }, { readonly type: 'not-now' }>> {
  return inTransaction(db, async (tx) => {
    const before = await takeConfirmed(tx, matchId, 'undone');
    if (before?.confirmedBy !== BY_RULE) return err({ type: 'not-now' });
    const { requestId, personId, number, startsAt } = before;
    await moveRequest(tx, requestId, 'matched', { state: 'on-board' });
    await reopenOffers(tx, requestId, 'open');
    const wasUntold = (await withdrawNotices(tx, [`help-matched:${matchId}`])) > 0;
    const request = { id: requestId, personId, number };
    if (!wasUntold) await tellAsker(tx, request, 'match-cancelled', now, { matchId, startsAt });
    await withdrawNotices(tx, [`match-for-supporter:${matchId}`]);
    await tellReleased(tx, before, { matchId, now });
    await writeAudit(tx, [
      { at: now, actor, action: 'undo', entity: 'help_match', entityId: matchId, why: 'rule' }
    ]);
    const changes = new ScopeChanges();
    await publishMatch(tx, changes, matchId);
    await changes.flush(tx);
    return ok({ requestId });
  });
}
