import type { Fact } from '#features/sync/domain/fact.ts';
import { phoneLevels, type PhoneLevel } from './operation.ts';
import { companionsOf, isHere, levelOf, type RosterLineView } from './roster-view.ts';
import { openTickets, queueOf, ticketHall, type Ticket } from './tickets.ts';
import { ticketQueues, type TicketQueue } from './ticket-operation.ts';

/** Somebody to call out when everybody has to leave the building. */
export type InTheRoom = { readonly line: RosterLineView; readonly companions: number };

export type RoomCall = {
  readonly lines: readonly InTheRoom[];
  /** Everybody of the roster who is in the room, companions with them. */
  readonly people: number;
  /** Numbers that still wait or are helped: some of them may stand on the roster too. */
  readonly tickets: readonly Ticket[];
};

/** Who is in the room now: came and has not left, walk-ins, observers and companions with them. */
export function roomCall(lines: readonly RosterLineView[], facts: readonly Fact[]): RoomCall {
  const here = lines.filter(isHere).map((line) => ({ line, companions: companionsOf(line) }));
  return {
    lines: here,
    people: here.reduce((sum, { companions }) => sum + 1 + companions, 0),
    tickets: openTickets(ticketHall(facts))
  };
}

/** Learners of one table who are alike used to their phones. */
type LevelGroup = {
  readonly level: PhoneLevel | 'not-asked';
  readonly lines: readonly RosterLineView[];
};

/** One table of the class: learners whose phones look alike, those who hear little at the front. */
export type SeatGroup = {
  readonly queue: TicketQueue;
  readonly learners: number;
  readonly front: readonly RosterLineView[];
  /** The others, the least used to a phone first: they sit together, and are helped first. */
  readonly others: readonly LevelGroup[];
};

const NEAR_THE_FRONT = ['hearing-loop', 'written-talk', 'sign-language'] as const;

/** Where the learners who are here sit best: by phone family, then by hearing and by level. */
export function seatGroups(lines: readonly RosterLineView[]): readonly SeatGroup[] {
  const learners = lines.filter((line) => isHere(line) && line.presence.as === 'learner');
  const isNear = ({ entry }: RosterLineView) =>
    NEAR_THE_FRONT.some((need) => entry.needs.includes(need));
  return ticketQueues
    .map((queue) => {
      const group = learners.filter(({ entry }) => queueOf(entry.phoneFamily) === queue);
      return {
        queue,
        learners: group.length,
        front: group.filter(isNear),
        others: byLevel(group.filter((line) => !isNear(line)))
      };
    })
    .filter((group) => group.learners > 0);
}

function byLevel(lines: readonly RosterLineView[]): readonly LevelGroup[] {
  return ([...phoneLevels, 'not-asked'] as const)
    .map((level) => ({
      level,
      lines: lines.filter((line) => (levelOf(line) ?? 'not-asked') === level)
    }))
    .filter((group) => group.lines.length > 0);
}

/** More learners than this for each supporter, and somebody is left alone with their phone. */
const MOST_PER_SUPPORTER = 4;

/** How many supporters are missing for so many learners; 0 when there are enough. */
export function supportersMissing(learners: number, supporters: number): number {
  return Math.max(0, Math.ceil(learners / MOST_PER_SUPPORTER) - supporters);
}
