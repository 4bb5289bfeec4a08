import { sql } from 'kysely';
import { writeAudit } from '#features/people/server/audit.ts';
import { ABSOLUTE_LIMIT_MS, IDLE_LIMIT_MS } from '#features/people/server/auth-session.ts';
import { freezeExpired } from '#features/reporting/server/freeze.ts';
import { dropOldCodes } from '#features/sync/server/enrolment-codes.ts';
import { freezeSupporters } from '#features/reporting/server/supporters.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { City } from '#city/city.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { eraseAssistance } from './erase-assistance.ts';
import { forgetOldAttempts } from '#server/rate-limit.ts';
import {
  DAY_MS,
  fiscalYearOf,
  instantOf,
  localDateOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import { restOverdue } from './supporters/promise.ts';

/** How many rows a night deleted, by table. */
export type NightlyReport = Readonly<Record<string, number>>;

/**
 * Honours every deletion date: what is kept until yesterday or before goes, from the rows of devices
 * and their operations too; its counts are frozen first, all in one transaction. Then what only takes
 * room. Run twice in a night, the second run finds nothing.
 */
export async function runNightly(
  db: Db,
  { city, now }: { readonly city: City; readonly now: Instant }
): Promise<NightlyReport> {
  const today = localDateOf(now);
  const personal = await inTransaction(db, async (tx) => {
    await freezeExpired(tx, today, now);
    const changes = new ScopeChanges();
    await eraseFromDevices(tx, changes, today);
    await eraseAssistance(tx, changes, city, today);
    const report = await deleteExpired(tx, today);
    report['person'] = await deletePersons(tx, today, now);
    await restOverdue(tx, city, now);
    await freezeSupporters(tx, today);
    await changes.flush(tx);
    return report;
  });
  return { ...personal, ...(await dropUnneeded(db, city, now)) };
}

const DATED_TABLES = [
  'next_wish',
  'participation',
  'questionnaire_answer',
  'server_fact',
  'device_holding',
  'venue_key',
  'partner_access',
  'reminder_call',
  'seat_offer',
  'sign_up',
  'follow_up',
  'assistance',
  'assistance_tally',
  'trouble_report',
  'stopped_text',
  'meeting_message',
  'help_slot',
  'help_match',
  'match_proposal',
  'help_request',
  'promise_agreement',
  'supporter_suspension',
  'supporter_file',
  'notice'
] as const;

async function deleteExpired(tx: Tx, today: LocalDate): Promise<Record<string, number>> {
  const report: Record<string, number> = {};
  for (const table of DATED_TABLES) {
    const { numDeletedRows } = await tx
      .deleteFrom(table)
      .where('delete_after', '<', today)
      .executeTakeFirst();
    report[table] = Number(numDeletedRows);
  }
  return report;
}

/** Empties what tablets and phones hold of it, and the operations it came from. */
async function eraseFromDevices(tx: Tx, changes: ScopeChanges, today: LocalDate): Promise<void> {
  const overScopes = tx
    .selectFrom('session')
    .select(sql<string>`'session:' || session.id`.as('scope'))
    .where('delete_after', '<', today);
  const overMatches = tx.selectFrom('help_match').select('id').where('delete_after', '<', today);

  const held = await tx
    .selectFrom('sync_row')
    .select(['scope', 'id', 'kind'])
    .where('deleted', '=', 0)
    .where((eb) =>
      eb.or([
        eb.and([eb('kind', '!=', 'session'), eb('scope', 'in', overScopes)]),
        eb('id', 'in', overMatches)
      ])
    )
    .execute();
  for (const { scope, kind, id } of held) changes.remove(scope, kind, id);

  await tx
    .updateTable('operation')
    .set({ payload: '{}' })
    .where('payload', '!=', '{}')
    .where('scope', 'in', overScopes)
    .execute();
}

/** A person goes when their own day is over and no record of any kind still needs them. */
async function deletePersons(tx: Tx, today: LocalDate, now: Instant): Promise<number> {
  const over = await tx
    .selectFrom('person')
    .select('id')
    .where('delete_after', '<', today)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sign_up').select('id').whereRef('person_id', '=', 'person.id')))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('participation').select('id').whereRef('person_id', '=', 'person.id')))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('help_request').select('id').whereRef('person_id', '=', 'person.id')))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('supporter_file').select('id').whereRef('person_id', '=', 'person.id')))
    )
    .execute();
  for (const { id } of over) await tx.deleteFrom('person').where('id', '=', id).execute();
  await writeAudit(
    tx,
    over.map(({ id }) => ({
      at: now,
      actor: 'system',
      action: 'person.delete',
      entity: 'person',
      entityId: id,
      why: 'retention'
    }))
  );
  return over.length;
}

/** Windows of attempts, links and sessions that are over, and audit rows past their fiscal years. */
async function dropUnneeded(db: Db, city: City, now: Instant): Promise<NightlyReport> {
  await forgetOldAttempts(db, now - DAY_MS);
  const invitations = await db
    .deleteFrom('invitation')
    .where((eb) => eb.or([eb('expires_at', '<', now), eb('used_at', 'is not', null)]))
    .executeTakeFirst();
  const sessions = await db
    .deleteFrom('auth_session')
    .where((eb) =>
      eb.or([
        eb('revoked_at', 'is not', null),
        eb('last_seen_at', '<', now - IDLE_LIMIT_MS),
        eb('created_at', '<', now - ABSOLUTE_LIMIT_MS)
      ])
    )
    .executeTakeFirst();
  const codes = await dropOldCodes(db, now);
  const keptFrom = fiscalYearOf(localDateOf(now)) - city.rules.retentionFiscalYears.audit;
  return {
    invitation: Number(invitations.numDeletedRows),
    auth_session: Number(sessions.numDeletedRows),
    device_code: codes,
    audit: await dropOldAudit(db, instantOf(`${keptFrom}-04-01`))
  };
}

/** Only from the beginning of the chain, so that what is left still fits together row by row. */
async function dropOldAudit(db: Db, before: Instant): Promise<number> {
  const kept = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.min<number | null>('seq').as('first'))
    .where('at', '>=', before)
    .executeTakeFirstOrThrow();
  const { numDeletedRows } = await db
    .deleteFrom('audit')
    .where('at', '<', before)
    .$if(kept.first !== null, (query) => query.where('seq', '<', kept.first ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
