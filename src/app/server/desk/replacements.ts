import { whyNotFit, type Misfit } from '#features/board/domain/replacement.ts';
import { findHeldSlot } from '#features/board/server/help-slots.ts';
import type { Db } from '#server/db/database.ts';
import type { MatchLine } from '../help-desk.ts';
import { readHelpers, readWaiting } from '../matching-town.ts';
import { readSupporterNames } from './supporter-names.ts';

export type PossibleHelper = {
  readonly id: string;
  readonly name: string;
  readonly misfit?: Misfit;
};

/** Who could take a confirmed meeting over as it stands: those who fit first, then by name. */
export async function readReplacements(
  db: Db,
  requestId: string,
  match: MatchLine
): Promise<readonly PossibleHelper[]> {
  const offers = ['open', 'declined', 'accepted'] as const;
  const [request] = await readWaiting(db, { state: 'matched', offers, id: requestId });
  if (!request) return [];
  const helpers = await readHelpers(db);
  const names = await readSupporterNames(
    db,
    helpers.map(({ id }) => id)
  );
  const meeting = {
    ...{ venueId: match.venue_id, startsAt: match.starts_at, endsAt: match.ends_at },
    host: match.host
  };
  const possible: PossibleHelper[] = [];
  for (const helper of helpers) {
    const held = await findHeldSlot(db, { supporterId: helper.id, ...meeting });
    const misfit = whyNotFit({
      ...{ request, helper, meeting, isSameTime: true, isHeld: held !== undefined },
      hasAgreed: false
    });
    const name = names.get(helper.id) ?? '';
    possible.push({ id: helper.id, name, ...(misfit && { misfit }) });
  }
  return possible.toSorted(
    (one, other) =>
      Number(one.misfit !== undefined) - Number(other.misfit !== undefined) ||
      one.name.localeCompare(other.name, 'ja')
  );
}
