import { applyAsSupporter } from '#app/server/supporters/apply-as-supporter.ts';
import { approve, noteSeen } from '#app/server/supporters/check-file.ts';
import { joinSupporter } from '#app/server/supporters/join.ts';
import { city } from '#city/current.ts';
import { acceptInvitation } from '#features/people/server/invitations.ts';
import type { Application } from '#features/supporters/domain/application.ts';
import type { Db } from '#server/db/database.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf } from '#shared/time/instant.ts';
import { helpNow } from './help.ts';

export const anApplication: Application = {
  certificate: 'have',
  families: ['android'],
  topics: ['line'],
  languages: ['ja', 'en'],
  venues: ['chuo'],
  times: ['weekday-morning'],
  monthlyLimit: 2,
  kana: 'もうし さくら',
  name: '申 桜',
  phone: '09087654321',
  way: 'phone'
};

/** An application at the desk. @returns the file's id */
export async function appliedFile(db: Db, change: Partial<Application> = {}): Promise<string> {
  const applied = await applyAsSupporter(db, city, {
    application: { ...anApplication, ...change },
    key: newId(),
    channel: 'paper',
    actor: 'applicant',
    now: helpNow
  });
  if (!applied.ok) throw new Error('not applied');
  const { id } = await db
    .selectFrom('supporter_file')
    .select('id')
    .where('number', '=', applied.value.number)
    .executeTakeFirstOrThrow();
  return id;
}

/** An application of which everything was seen. @returns the file's id */
export async function checkedFile(db: Db, actor: string): Promise<string> {
  const fileId = await appliedFile(db);
  for (const what of ['certificate', 'identity'] as const) {
    const on = localDateOf(helpNow);
    const noted = await noteSeen(db, { fileId, what, on, actor, now: helpNow });
    if (!noted.ok) throw new Error(noted.error.type);
  }
  return fileId;
}

/** The second yes's link. */
export async function approvedLink(
  db: Db,
  fileId: string,
  [one, other]: readonly [string, string]
): Promise<string> {
  await approve(db, city, { fileId, actor: one, now: helpNow });
  const second = await approve(db, city, { fileId, actor: other, now: helpNow });
  if (!second.ok || second.value.token === undefined) throw new Error('no link');
  return second.value.token;
}

/** Opens the link as its owner would. @returns the new account's id */
export async function joinBy(db: Db, token: string): Promise<string> {
  const accepted = await acceptInvitation(db, {
    token,
    login: `${newId()}@example.jp`,
    name: '申 桜',
    password: 'twelve letters',
    now: helpNow,
    whenMade: joinSupporter
  });
  if (!accepted.ok) throw new Error(accepted.error.type);
  return accepted.value.accountId;
}
