import { createHash } from 'node:crypto';
import { whyClosed, type WhyClosed } from '#features/places/domain/open-days.ts';
import { findClosedDays } from '#features/places/server/venues.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { occurrencesOf, type Occurrence } from '#features/workshops/domain/recurrence.ts';
import {
  checkRhythm,
  seriesWorkshops,
  type SeriesError,
  type SeriesPlan
} from '#features/workshops/domain/series.ts';
import { beginSeries, keepSeriesRecord } from '#features/workshops/server/series.ts';
import { insertWorkshop, listCodes } from '#features/workshops/server/workshops.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { checkPlace, toldAt, type PlaceError } from './plan-workshop.ts';
import { publishSession } from './reception.ts';

/** What a series would make: every date with what becomes of it, and the workshops. */
export type SeriesPreview = {
  readonly occurrences: readonly Occurrence<WhyClosed>[];
  readonly workshops: readonly WorkshopPlan[];
  /** Names exactly this: what is made is what was looked at, or nothing. */
  readonly mark: string;
};

export type PreviewError = SeriesError | PlaceError;
export type MakeSeriesError =
  PreviewError | { readonly type: 'changed-since-seen'; readonly preview: SeriesPreview };

/** Looks months ahead without writing anything. */
export async function previewSeries(
  db: Db,
  plan: SeriesPlan,
  now: Instant
): Promise<Result<SeriesPreview, PreviewError>> {
  const wrong = checkRhythm(plan);
  if (wrong) return err(wrong);
  const { venueId, roomId, roomChairs } = plan.template;
  const closedDays = await findClosedDays(db, venueId);
  if (!closedDays) return err({ type: 'venue-unknown' });
  const wrongPlace = await checkPlace(db, { venueId, roomId, roomChairs });
  if (wrongPlace) return err(wrongPlace);

  const occurrences = occurrencesOf({
    ...plan,
    since: localDateOf(now),
    whyNot: (date) => whyClosed(closedDays, date)
  });
  const codes = await listCodes(db, plan.firstCode.slice(0, 1));
  const workshops = seriesWorkshops(plan, occurrences, codes);
  if (!workshops.ok) return workshops;
  return ok({ occurrences, workshops: workshops.value, mark: markOf(workshops.value) });
}

/**
 * Makes all workshops of a series, or none. `id` comes with the form, so that pressing twice is one
 * series. `seen` is the mark of the preview that was looked at; when the calendar or the codes are not
 * the same any more, nothing is made and the new preview is answered.
 */
export async function makeSeries(
  db: Db,
  asked: {
    readonly id: string;
    readonly plan: SeriesPlan;
    readonly seen: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly seriesId: string }, MakeSeriesError>> {
  const made = ok({ seriesId: asked.id });
  try {
    return await inTransaction(db, async (tx) => {
      const { id, plan, seen, now } = asked;
      const { titleJa, titleEn } = plan.template;
      if (!(await beginSeries(tx, { id, titleJa, titleEn, now }))) return made;
      const preview = await previewSeries(tx, plan, now);
      if (!preview.ok) return preview;
      if (preview.value.mark !== seen) {
        return err({ type: 'changed-since-seen' as const, preview: preview.value });
      }

      const { rhythm, rule, grouping } = plan;
      const { occurrences, workshops } = preview.value;
      await keepSeriesRecord(tx, id, { rhythm, rule, grouping, occurrences });
      const changes = new ScopeChanges();
      for (const workshop of workshops) {
        const planned = await insertWorkshop(tx, { ...workshop, seriesId: id }, toldAt(now));
        for (const sessionId of planned.sessionIds) await publishSession(tx, changes, sessionId);
      }
      await changes.flush(tx);
      return made;
    });
  } catch (failure) {
    if (!isUniqueViolation(failure)) throw failure;
    // Somebody gave one of the codes at this moment.
    const preview = await previewSeries(db, asked.plan, asked.now);
    return preview.ok ? err({ type: 'changed-since-seen', preview: preview.value }) : preview;
  }
}

function markOf(workshops: readonly WorkshopPlan[]): string {
  const content = workshops.map(({ code, sessions, opensAt, closesAt, lottery }) => [
    ...[code, opensAt, closesAt, ...(lottery ? [lottery.drawsAt] : [])],
    ...sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
  ]);
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
