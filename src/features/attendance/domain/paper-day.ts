import type { DoorPayload } from './operation.ts';
import type { RosterLineView } from './roster-view.ts';

/** Why somebody on a day of paper is an exception: did not come, told us so, or is left open. */
export type PaperException = 'absent' | 'absent-told' | 'open';

export type PaperFact = { readonly participationId: string } & (
  | { readonly type: 'attend.checkin'; readonly payload: DoorPayload<'attend.checkin'> }
  | { readonly type: 'attend.noshow'; readonly payload: DoorPayload<'attend.noshow'> }
);

/** Lines that nobody has marked yet: those with a seat. Whoever waits is asked about one by one. */
export function unmarkedLines(lines: readonly RosterLineView[]): readonly RosterLineView[] {
  return lines.filter(
    ({ entry, presence }) => entry.place === 'confirmed' && presence.state === 'expected'
  );
}

/**
 * The facts of a day that was kept on paper: all came except those named. Only lines without a mark are
 * touched, so pressing twice, or on two tablets one after the other, adds nothing.
 */
export function paperFacts(
  lines: readonly RosterLineView[],
  exceptions: ReadonlyMap<string, PaperException>
): readonly PaperFact[] {
  return unmarkedLines(lines).flatMap(({ entry: { participationId } }): PaperFact[] => {
    const exception = exceptions.get(participationId);
    if (exception === 'open') return [];
    if (exception)
      return [
        { participationId, type: 'attend.noshow', payload: { told: exception === 'absent-told' } }
      ];
    return [{ participationId, type: 'attend.checkin', payload: { by: 'paper', late: false } }];
  });
}
