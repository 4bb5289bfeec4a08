import * as v from 'valibot';
import { CheckedCard } from '#features/supporters/domain/card.ts';
import { authorization, type Fetch } from '#features/sync/client/exchange.ts';
import { READER_HEADER } from '#features/sync/domain/exchange.ts';
import type { FieldDb } from './field-db.ts';

/** Why there is no answer; `refused`: this device may not ask (any more). */
export type NoAnswer = 'offline' | 'refused';

const LONGEST_WAIT_MS = 10_000;

/** Asks the server about a card, live: an answer kept from before would be a false safety. */
export async function askCard(
  db: FieldDb,
  fetch: Fetch,
  code: string
): Promise<CheckedCard | NoAnswer> {
  const device = await db.device.get('this');
  if (!device || !db.vault.isOpen) return 'refused';
  const answer = await fetch('/api/staff/card', {
    method: 'POST',
    headers: {
      ...authorization(device),
      [READER_HEADER]: db.vault.reader,
      'content-type': 'application/json'
    },
    body: JSON.stringify({ code }),
    signal: AbortSignal.timeout(LONGEST_WAIT_MS)
  }).catch(() => undefined);
  if (answer?.status === 401 || answer?.status === 403) return 'refused';
  const body: unknown = await answer?.json().catch(() => undefined);
  const parsed = v.safeParse(CheckedCard, body);
  return parsed.success ? parsed.output : 'offline';
}
