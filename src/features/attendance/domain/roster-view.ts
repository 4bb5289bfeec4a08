import type { Fact } from '#features/sync/domain/fact.ts';
import { readPayload, type PhoneLevel } from './operation.ts';
import { EXPECTED, presenceByParticipation, type Presence } from './presence.ts';
import { walkInEntry, type RosterEntry } from './roster.ts';

/** What staff should see at a glance beside a line. */
export type RosterSign =
  | 'double'
  | 'came-from-line'
  | 'came-though-cancelled'
  | 'late'
  | 'observer'
  | 'companion'
  | 'loan-phone'
  | 'companions'
  | 'needs';

export type RosterLineView = {
  readonly entry: RosterEntry;
  readonly presence: Presence;
  readonly signs: readonly RosterSign[];
  /** A fact about this person has not been sent yet. */
  readonly unsent: boolean;
  /** Set when two lines read alike: what tells them apart. */
  readonly tellApart: boolean;
};

export type RosterCounts = {
  /** Confirmed places. */
  readonly expected: number;
  /** People who applied and came to learn. */
  readonly came: number;
  readonly walkIns: number;
  /** Learners in the room now, who take the seats. */
  readonly learners: number;
  /** Everybody in the room now, companions and observers with them, who take the chairs. */
  readonly here: number;
  readonly doubles: number;
};

export type RosterView = {
  readonly lines: readonly RosterLineView[];
  /** Cancelled sign-ups of people who have not come: off the list, and found when they do. */
  readonly offList: readonly RosterLineView[];
  readonly counts: RosterCounts;
};

/**
 * A session's roster as the screen shows it: entries, and facts of all devices with this one's unsent.
 * People who cancelled stay out of sight unless they came. Lines stand in kana order.
 */
export function rosterView(
  entries: readonly RosterEntry[],
  facts: readonly Fact[],
  unsentOpIds: ReadonlySet<string>
): RosterView {
  const presences = presenceByParticipation(facts);
  const unsentEntities = new Set(
    facts.filter(({ opId }) => unsentOpIds.has(opId)).map(({ entityId }) => entityId)
  );
  const everybody = [...entries, ...walkInsWithoutEntry(entries, facts)];
  const alike = namesMoreThanOnce(everybody);

  const all = everybody
    .map((entry) =>
      lineOf(entry, presences.get(entry.participationId) ?? EXPECTED, unsentEntities, alike)
    )
    .sort((a, b) =>
      a.entry.kana < b.entry.kana
        ? -1
        : a.entry.kana > b.entry.kana
          ? 1
          : a.entry.number - b.entry.number
    );
  const isShown = ({ entry, presence }: RosterLineView) =>
    isOnList(entry) || presence.state !== 'expected';
  const lines = all.filter(isShown);
  const offList = all.filter((line) => !isShown(line) && line.entry.place === 'cancelled');
  return { lines, offList, counts: countsOf(lines) };
}

/** A cancelled sign-up, and a walk-in that was withdrawn, is no line until the person is here. */
function isOnList({ place }: RosterEntry): boolean {
  return place === 'confirmed' || place === 'waiting' || place === 'entered';
}

/** Walk-ins that this device wrote and the server has not numbered yet. */
function walkInsWithoutEntry(
  entries: readonly RosterEntry[],
  facts: readonly Fact[]
): RosterEntry[] {
  const known = new Set(entries.map(({ participationId }) => participationId));
  const added: RosterEntry[] = [];
  for (const fact of facts) {
    if (fact.type !== 'attend.walkin' || known.has(fact.entityId)) continue;
    const walkIn = readPayload('attend.walkin', fact.payload);
    if (walkIn) added.push(walkInEntry(fact.entityId, walkIn, 0));
  }
  return added;
}

function lineOf(
  entry: RosterEntry,
  presence: Presence,
  unsentEntities: ReadonlySet<string>,
  alike: ReadonlySet<string>
): RosterLineView {
  return {
    entry,
    presence,
    signs: signsOf(entry, presence),
    unsent: unsentEntities.has(entry.participationId),
    tellApart: entry.kana !== '' && alike.has(entry.kana)
  };
}

function signsOf(entry: RosterEntry, presence: Presence): RosterSign[] {
  const hasCome = presence.state === 'came' || presence.state === 'left';
  const devices = new Set(presence.arrivals.map(({ deviceId }) => deviceId));
  const signs: [RosterSign, boolean][] = [
    ['double', devices.size > 1],
    ['late', hasCome && presence.arrivals[0]?.late === true],
    ['observer', hasCome && presence.as === 'observer'],
    ['companion', hasCome && presence.as === 'companion'],
    ['came-from-line', hasCome && entry.place === 'waiting'],
    ['came-though-cancelled', hasCome && entry.place === 'cancelled'],
    ['loan-phone', entry.wantsLoanPhone],
    ['companions', (presence.companions ?? entry.companions) > 0],
    ['needs', entry.needs.length > 0]
  ];
  return signs.filter(([, holds]) => holds).map(([sign]) => sign);
}

function countsOf(lines: readonly RosterLineView[]): RosterCounts {
  const came = lines.filter(
    ({ presence }) =>
      presence.as === 'learner' && (presence.state === 'came' || presence.state === 'left')
  );
  const here = lines.filter(isHere);
  return {
    expected: lines.filter(({ entry }) => entry.place === 'confirmed').length,
    came: came.filter(({ entry }) => entry.kind === 'sign-up').length,
    walkIns: came.filter(({ entry }) => entry.kind === 'walk-in').length,
    learners: here.filter(({ presence }) => presence.as === 'learner').length,
    here: here.reduce((sum, line) => sum + 1 + companionsOf(line), 0),
    doubles: lines.filter(({ signs }) => signs.includes('double')).length
  };
}

/** Whether somebody is in the room now. */
export function isHere({ presence }: RosterLineView): boolean {
  return presence.state === 'came';
}

/** How many are beside somebody: as counted at the door, else as told when signing up. */
export function companionsOf({ entry, presence }: RosterLineView): number {
  return presence.companions ?? entry.companions;
}

/** How used somebody is to a phone: as told today, else as noted at their last visit. */
export function levelOf({ entry, presence }: RosterLineView): PhoneLevel | undefined {
  return presence.level ?? entry.knownLevel;
}

function namesMoreThanOnce(entries: readonly RosterEntry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { kana } of entries) {
    if (seen.has(kana)) twice.add(kana);
    seen.add(kana);
  }
  return twice;
}
