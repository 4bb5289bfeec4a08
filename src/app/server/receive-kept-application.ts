import { nextScreen, readPostedScreen } from '#features/workshops/domain/apply-form.ts';
import type { SendAnswer } from '#features/workshops/domain/kept-application.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import { applyForWorkshop } from './apply.ts';
import { findWorkshop } from './workshop-snapshot.ts';

type KeptForm = {
  readonly code: string;
  /** The summary as the form sends it, with the key it was made with. */
  readonly entries: Iterable<readonly [string, unknown]>;
  readonly address: string;
  readonly now: Instant;
};

/**
 * Takes an application that a device kept while it had no network: the same reading and the same use
 * case as the form online, so it is one sign-up however often and by which way it comes.
 */
export async function receiveKeptApplication(
  db: Db,
  { code, entries, address, now }: KeptForm
): Promise<{ readonly answer: SendAnswer; readonly receiptToken?: string }> {
  const posted = readPostedScreen(entries);
  if (!posted.ok) return { answer: { kind: 'malformed' } };

  const found = await findWorkshop(db, code, now);
  if (!found) return { answer: { kind: 'refused', reason: 'workshop-not-found' } };

  const next = nextScreen(posted.value, found.workshop);
  if (next.kind === 'step') {
    return { answer: { kind: 'step', step: next.step, errors: next.errors } };
  }
  if (next.kind === 'summary') return { answer: { kind: 'malformed' } };

  const applied = await applyForWorkshop(db, {
    code: found.workshop.code,
    application: next.application,
    channel: 'web',
    key: posted.value.key,
    actor: 'applicant',
    address,
    now
  });
  if (applied.ok) {
    return { answer: { kind: 'taken' }, receiptToken: applied.value.receiptToken };
  }
  const { type } = applied.error;
  if (type === 'companions-over-chairs') {
    const errors = { companions: 'companionsOverChairs' } as const;
    return { answer: { kind: 'step', step: 'companions', errors } };
  }
  return {
    answer:
      type === 'other-application' ? { kind: 'other-person' } : { kind: 'refused', reason: type }
  };
}
