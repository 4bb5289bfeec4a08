/** A proposed pair, which keeps every rule of the matching, with what else the rule asks about it. */
export type RuleCase = {
  /** The coordinator switched the rule on. */
  readonly isOn: boolean;
  /** The desk has looked at the request. */
  readonly wasSeen: boolean;
  /** A meeting of this request was cancelled, swapped or undone: a person decides about the next. */
  readonly hadMeeting: boolean;
  /** The desk opened a time there, and the supporter took a place in it. */
  readonly isSlotTaken: boolean;
  /** Who of the place is there then; empty while nobody is named. */
  readonly host: string;
  /** An unusual pattern, or a report of trouble nobody has dealt with, names the supporter or the person. */
  readonly isWatched: boolean;
};

/** Why a pair waits for the coordinator, the first that holds. */
export type RuleStop = 'off' | 'not-seen' | 'had-meeting' | 'no-slot' | 'no-host' | 'watched';

/**
 * Whether a pair may be confirmed by itself. Where anything is in doubt it waits for the coordinator, who
 * loses nothing but a night.
 *
 * Source: docs/decisions/0033-confirming-by-rule.md
 *
 * @returns `undefined` when it may
 */
export function whyNotByRule(pair: RuleCase): RuleStop | undefined {
  if (!pair.isOn) return 'off';
  if (!pair.wasSeen) return 'not-seen';
  if (pair.hadMeeting) return 'had-meeting';
  if (!pair.isSlotTaken) return 'no-slot';
  if (pair.host === '') return 'no-host';
  return pair.isWatched ? 'watched' : undefined;
}
