import type { Instant } from '#shared/time/instant.ts';

/** One date as a calendar program keeps it; texts are plain, without readings. */
export type CalendarEvent = {
  /** The same for ever, so that a calendar changes its entry instead of adding a second one. */
  readonly uid: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
  readonly place: string;
  readonly about: string;
  readonly url: string;
  readonly isCancelled: boolean;
};

export type Calendar = {
  readonly name: string;
  readonly takenAt: Instant;
  readonly events: readonly CalendarEvent[];
};

const LONGEST_LINE_BYTES = 75;
const ENDING = '\r\n';

/**
 * A calendar as text: UTC times, escaped values, lines folded at 75 bytes and ended by CRLF. Programs
 * that follow it look again every twelve hours.
 *
 * Source: RFC 5545, sections 3.1 (folding), 3.3.11 (text), 3.6.1 (events); RFC 7986, 5.1 and 5.7.
 */
export function calendarText({ name, takenAt, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Engawa//Workshops//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap((event) => eventLines(event, takenAt)),
    'END:VCALENDAR'
  ];
  return lines.map((line) => foldLine(line) + ENDING).join('');
}

function eventLines(event: CalendarEvent, takenAt: Instant): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utcOf(takenAt)}`,
    `DTSTART:${utcOf(event.startsAt)}`,
    `DTEND:${utcOf(event.endsAt)}`,
    `SUMMARY:${escapeText(event.title)}`,
    `LOCATION:${escapeText(event.place)}`,
    `DESCRIPTION:${escapeText(event.about)}`,
    `URL:${event.url}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT'
  ];
}

/** 20261201T010000Z */
function utcOf(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A value in which nothing can end the line or be taken for a separator. */
export function escapeText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\p{Control}/gu, '').replace(/[\\;,]/g, '\\$&'))
    .join('\\n');
}

/** Cuts a line into parts of at most 75 bytes, never inside a character; parts go on after a space. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > LONGEST_LINE_BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join(ENDING);
}

/** How long a character is in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
