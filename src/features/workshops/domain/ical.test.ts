import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarText, escapeText, foldLine, type CalendarEvent } from './ical.ts';

const event: CalendarEvent = {
  uid: '0190-a',
  startsAt: Date.parse('2026-12-01T01:00:00Z'),
  endsAt: Date.parse('2026-12-01T03:00:00Z'),
  title: 'はじめてのスマホ',
  place: '狭山公民館, 東大和市狭山3-1344-1',
  about: '持ち物: めがね\n番号 C12',
  url: 'https://engawa.example.jp/workshops/C12',
  isCancelled: false
};
const calendarWith = (...events: CalendarEvent[]) =>
  calendarText({ name: '体験会', takenAt: Date.parse('2026-11-01T00:00:00.123Z'), events });

describe('calendarText', () => {
  test('one date, in UTC, with its place and its page', () => {
    expect(unfold(calendarWith(event)).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Engawa//Workshops//JA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:体験会',
      'X-WR-CALNAME:体験会',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'BEGIN:VEVENT',
      'UID:0190-a',
      'DTSTAMP:20261101T000000Z',
      'DTSTART:20261201T010000Z',
      'DTEND:20261201T030000Z',
      'SUMMARY:はじめてのスマホ',
      'LOCATION:狭山公民館\\, 東大和市狭山3-1344-1',
      'DESCRIPTION:持ち物: めがね\\n番号 C12',
      'URL:https://engawa.example.jp/workshops/C12',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      ''
    ]);
  });

  test('a date that is off says so under the same name', () => {
    const text = calendarWith({ ...event, isCancelled: true });
    expect(text).toContain('UID:0190-a\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\n');
  });

  test('no text can bring in a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const lines = unfold(calendarWith({ ...event, title })).split('\r\n');
        expect(lines).toHaveLength(21);
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      })
    );
    expect(calendarWith({ ...event, title: 'a\r\nATTENDEE:x' })).not.toMatch(/^ATTENDEE/m);
  });
});

describe('folding and escaping', () => {
  const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('あ', '𠮷', 'x', ' '), fc.string()) });

  test('a folded line is whole again when unfolded, and no part is longer than 75 bytes', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const line = typed.replace(/[\r\n]/g, '');
        const folded = foldLine(line);
        expect(unfold(folded)).toBe(line);
        for (const part of folded.split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(line.isWellFormed());
        }
      })
    );
  });

  test('an escaped text is read again as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('あ', ',', ';', '\\', 'n', '\n') }), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      })
    );
  });

  test('signs that no calendar can hold are left out', () => {
    expect(escapeText('a\u0000b\u0007c\td')).toBe('abcd');
  });
});

function unfold(text: string): string {
  return text.replace(/\r\n /g, '');
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}
