import {
  arePartnerDays,
  partnerTime,
  type PartnerDays
} from '#features/people/domain/partner-access.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { endAllAuthSessions, hashToken } from '#features/people/server/auth-session.ts';
import { invite } from '#features/people/server/invitations.ts';
import {
  addPartnerAccess,
  listPartnerAccess,
  listPartnerAccounts,
  revokePartnerAccess,
  type PartnerLine
} from '#features/people/server/partner-access.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';

const LONGEST_LINK_MS = 30 * DAY_MS;

export type PartnerShown = PartnerLine & {
  readonly state: 'link-open' | 'given' | 'over' | 'revoked';
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
};

/** Who of the partner receives people here, and who could be given it too. */
export async function readPartners(
  db: Db,
  workshopId: string,
  now: Instant
): Promise<{
  readonly partners: readonly PartnerShown[];
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}> {
  const days = await daysOf(db, workshopId);
  const first = days[0];
  const last = days.at(-1);
  const lines = first && last ? await listPartnerAccess(db, workshopId) : [];
  return {
    partners: lines.map((line) => {
      const { from } = partnerTime(line, first?.day ?? '');
      const { until } = partnerTime(line, last?.day ?? '');
      return { ...line, from, until, state: stateOf(line, until, now) };
    }),
    accounts: await listPartnerAccounts(db)
  };
}

function stateOf(line: PartnerLine, until: Instant, now: Instant): PartnerShown['state'] {
  if (line.revokedAt !== null) return 'revoked';
  if (now >= until) return 'over';
  return line.account ? 'given' : 'link-open';
}

export type GivePartner = PartnerDays & {
  readonly workshopId: string;
  readonly label: string;
  /** Whose account is given another workshop; absent for somebody new, who gets a link. */
  readonly accountId?: string | undefined;
  readonly actor: string;
  readonly now: Instant;
};

export type GivePartnerError = {
  readonly type:
    | 'workshop-not-found'
    | 'not-of-a-partner'
    | 'no-label'
    | 'days-out-of-range'
    | 'over'
    | 'no-account';
};

/**
 * Lets somebody of the partner who holds a workshop receive people there, for the days around each of
 * its dates. @returns the token of a link for somebody new; nothing but its hash is kept.
 */
export function givePartner(
  db: Db,
  given: GivePartner
): Promise<Result<{ readonly token: string | undefined }, GivePartnerError>> {
  return inTransaction(db, async (tx) => {
    const { workshopId, label, actor, now } = given;
    const workshop = await tx
      .selectFrom('workshop')
      .select('host')
      .where('id', '=', workshopId)
      .executeTakeFirst();
    if (!workshop) return err({ type: 'workshop-not-found' });
    if (workshop.host !== 'partner') return err({ type: 'not-of-a-partner' });
    if (label === '') return err({ type: 'no-label' });
    if (!arePartnerDays(given)) return err({ type: 'days-out-of-range' });
    const last = (await daysOf(tx, workshopId)).at(-1);
    if (!last || now >= partnerTime(given, last.day).until) return err({ type: 'over' });

    const { until } = partnerTime(given, last.day);
    const whose = await whoseAccess(tx, given, until);
    if (!whose.ok) return whose;
    const { token, accountId } = whose.value;
    const id = await addPartnerAccess(tx, {
      ...{ workshopId, label, accountId, tokenHash: token ? hashToken(token) : null },
      ...{ daysBefore: given.daysBefore, daysAfter: given.daysAfter },
      ...{ by: actor, now, deleteAfter: last.deleteAfter }
    });
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'partner.give',
        entity: 'partner_access',
        entityId: id,
        why: 'desk'
      }
    ]);
    return ok({ token });
  });
}

async function whoseAccess(
  tx: Tx,
  { accountId, now }: GivePartner,
  until: Instant
): Promise<
  Result<
    { readonly token: string | undefined; readonly accountId: string | null },
    GivePartnerError
  >
> {
  if (accountId === undefined) {
    const validMs = Math.min(LONGEST_LINK_MS, until - now);
    return ok({ token: await invite(tx, { roles: ['partner'], now, validMs }), accountId: null });
  }
  const known = await listPartnerAccounts(tx);
  return known.some(({ id }) => id === accountId)
    ? ok({ token: undefined, accountId })
    : err({ type: 'no-account' });
}

/**
 * Ends what somebody was given, at once: the next exchange of their tablet removes its rows, and they
 * are signed out. @returns false when it had ended before
 */
export function revokePartner(
  db: Db,
  asked: {
    readonly id: string;
    readonly workshopId: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<boolean> {
  const { id, workshopId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const revoked = await revokePartnerAccess(tx, { id, workshopId, now });
    if (!revoked) return false;
    if (revoked.accountId !== null) await endAllAuthSessions(tx, revoked.accountId, now);
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: 'partner.revoke', entity: 'partner_access', entityId: id },
        why: 'desk'
      }
    ]);
    return true;
  });
}

/** The days a workshop is held on, earliest first, and until when their records are kept. */
async function daysOf(
  db: Db,
  workshopId: string
): Promise<readonly { readonly day: LocalDate; readonly deleteAfter: LocalDate }[]> {
  const rows = await db
    .selectFrom('session')
    .select(['starts_at', 'delete_after'])
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  return rows.map(({ starts_at, delete_after }) => ({
    day: localDateOf(starts_at),
    deleteAfter: delete_after
  }));
}
