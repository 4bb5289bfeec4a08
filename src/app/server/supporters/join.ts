import { addSupporter } from '#features/board/server/supporters.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { changeFile, findInvitedFile } from '#features/supporters/server/files.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/**
 * The account a link made becomes the supporter whose link it was. They rest until they have agreed to
 * the お約束. A link of staff or of a partner belongs to no file, and nothing happens.
 */
export async function joinSupporter(
  tx: Tx,
  made: { readonly accountId: string; readonly invitationHash: string; readonly now: Instant }
): Promise<void> {
  const { accountId, invitationHash, now } = made;
  const file = await findInvitedFile(tx, invitationHash);
  if (!file) return;
  const { offered } = file;
  const supporterId = await addSupporter(tx, {
    accountId,
    phoneFamilies: offered.families,
    topics: offered.topics,
    venues: offered.venues,
    times: offered.times,
    languages: offered.languages,
    monthlyLimit: offered.monthlyLimit,
    promiseUntil: null,
    now
  });
  await changeFile(tx, file.id, {
    state: 'joined',
    supporter_id: supporterId,
    invitation_hash: null
  });
  await writeAudit(tx, [
    {
      at: now,
      actor: accountId,
      action: 'supporter.join',
      entity: 'supporter',
      entityId: supporterId,
      why: 'invitation'
    }
  ]);
}
