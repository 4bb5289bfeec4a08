import { phoneFamilies, type PhoneFamily } from '#features/people/domain/person.ts';
import { MINUTE_MS, type LocalDate } from '#shared/time/instant.ts';
import { minutePresets, type AssistRecord } from './record.ts';

/** What a salon's number ticket tells of the help that came of it: nobody's name, nor its number. */
export type TicketHelp = {
  readonly phoneFamily: PhoneFamily;
  readonly minutes: AssistRecord['minutes'];
  readonly date: LocalDate;
  /** A hall of the city; absent where the salon was held elsewhere. */
  readonly venueId: string | undefined;
};

/** The preset nearest to what the ticket's clock shows; of two equally near ones the shorter. */
export function presetFor(helpedMs: number): AssistRecord['minutes'] {
  const minutes = helpedMs / MINUTE_MS;
  return minutePresets.reduce((nearest, preset) =>
    Math.abs(preset - minutes) < Math.abs(nearest - minutes) ? preset : nearest
  );
}

/**
 * Where the supporter's own phone begins the log of a ticket. What the ticket tells stands behind the
 * `#`, so that it goes to no server and the page opens without a network.
 */
export function logPathOf({ phoneFamily, minutes, date, venueId = '' }: TicketHelp): string {
  return `/supporter/log/salon#${[phoneFamily, minutes, date, venueId].join('.')}`;
}

/** `undefined` for an address that a ticket did not make, or one of another day: a log is of today. */
export function readTicketHelp(hash: string, today: LocalDate): TicketHelp | undefined {
  const [family, told, date, venueId] = hash.replace(/^#/, '').split('.');
  const phoneFamily = phoneFamilies.find((one) => one === family);
  const minutes = minutePresets.find((one) => String(one) === told);
  if (!phoneFamily || !minutes || date !== today) return undefined;
  return { phoneFamily, minutes, date, venueId: venueId || undefined };
}
