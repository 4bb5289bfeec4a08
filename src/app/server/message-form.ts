import type { City } from '#city/city.ts';
import { LONGEST_MESSAGE, messageKinds, type MessageKind } from '#features/board/domain/message.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import { codeOf, keyOf, rawOf } from './read-form.ts';
import { noteIfStopped, type Written } from './stopped-text.ts';

/** Words as they were typed, to show them again. */
export type TypedMessage = {
  readonly key: string;
  readonly kind: MessageKind | undefined;
  readonly text: string;
};

/** Reads the words of a form; what the guard stops in them is shown to the coordinator. */
export async function readMessage(
  form: FormData,
  { db, city, by, now }: { db: Db; city: City; by: Written['by']; now: Instant }
): Promise<TypedMessage> {
  const text = rawOf(form, 'text', LONGEST_MESSAGE * 4);
  await noteIfStopped(db, city, { text, place: 'message', by, now });
  return { key: keyOf(form), kind: codeOf(form, 'kind', messageKinds), text };
}
