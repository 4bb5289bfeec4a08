import type { City } from '#city/city.ts';
import type { Ask } from '#features/board/domain/ask.ts';
import { addRequest, contentHashOf, findByKey } from '#features/board/server/requests.ts';
import { addNotice } from '#features/notices/server/notices.ts';
import type { Channel, TellingWay } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { keepPerson } from '#features/people/server/persons.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Language } from '#shared/i18n/language.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { deleteAfter } from './retention.ts';

export type AskForHelp = {
  readonly ask: Ask;
  /** Made with the form: the same key and answers are one request, however often they are sent. */
  readonly key: string;
  readonly channel: Channel;
  /** Whoever asks on the English pages is helped in English. */
  readonly language?: Language;
  /** `applicant`, or the account of the clerk who writes for a caller. */
  readonly actor: string;
  readonly now: Instant;
};

/** The key was used for something else: perhaps a second person on the same form. */
export type AskError = { readonly type: 'other-content'; readonly number: string };

/** Takes a request for help to the desk; nothing of it is on the board until the desk has looked. */
export async function askForHelp(
  db: Db,
  city: City,
  asked: AskForHelp
): Promise<Result<{ readonly number: string }, AskError>> {
  try {
    return await inTransaction(db, (tx) => ask(tx, city, asked));
  } catch (failure) {
    // The same form sent twice at the same moment: the other one is stored by now.
    if (!isUniqueViolation(failure)) throw failure;
    return inTransaction(db, (tx) => ask(tx, city, asked));
  }
}

async function ask(
  tx: Tx,
  city: City,
  asked: AskForHelp
): Promise<Result<{ readonly number: string }, AskError>> {
  const { now, channel, key } = asked;
  const known = await findByKey(tx, key);
  if (known) {
    const { number } = known;
    const isRepeat = known.content_hash === contentHashOf(asked.ask);
    return isRepeat ? ok({ number }) : err({ type: 'other-content', number });
  }
  const localDate = localDateOf(now);
  const kept = { now, localDate, deleteAfter: deleteAfter(city, 'helpRequest', localDate) };
  const person = await keepAsker(tx, asked.ask, kept);
  const request = await addRequest(tx, {
    ...kept,
    ask: asked.ask,
    personId: person?.id ?? null,
    channel,
    languages: [asked.language ?? 'ja'],
    key
  });
  if (person) {
    await addNotice(tx, {
      ...kept,
      to: { personId: person.id },
      way: person.way,
      kind: 'help-received',
      dedupeKey: `help-received:${request.id}`,
      params: { requestId: request.id, number: request.number },
      contactStopped: person.contactStopped
    });
  }
  await writeAudit(tx, [
    {
      at: now,
      actor: asked.actor,
      action: 'create',
      entity: 'help_request',
      entityId: request.id,
      why: 'application'
    }
  ]);
  return ok({ number: request.number });
}

type Asker = {
  readonly id: string;
  readonly way: TellingWay;
  readonly contactStopped: boolean;
};

async function keepAsker(
  tx: Tx,
  { contact, phoneFamily }: Ask,
  kept: { readonly now: Instant; readonly deleteAfter: LocalDate }
): Promise<Asker | undefined> {
  if (contact.kind === 'nameless') return undefined;
  const id = await keepPerson(tx, {
    kana: contact.kana,
    name: contact.name,
    phone: contact.phone,
    town: undefined,
    ageBand: 'not-told',
    phoneFamily,
    way: contact.way,
    ...kept
  });
  const { contact_stopped_at } = await tx
    .selectFrom('person')
    .select('contact_stopped_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, way: contact.way, contactStopped: contact_stopped_at !== null };
}
