import { err, ok, type Result } from '#shared/result.ts';
import { checkDigitOf } from './check-digit.ts';
import type { DeviceMemory } from './device-memory.ts';
import {
  memoryOf,
  newestVersion,
  resumeVersions,
  rowOf,
  walkRow,
  type ResumeRow,
  type ResumeVersion
} from './resume-row.ts';
import { ShortNumberReader, ShortNumberWriter } from './short-number.ts';

/**
 * つづきの札: what a device remembers as digits that a person copies on paper and types elsewhere.
 *
 * - Groups of four digits; the fourth of each is its check digit, counted from the group's place. A
 *   wrong digit or two swapped neighbours are noticed in their own group.
 * - The first digit is the version, the second checks the whole, the others are the memory itself.
 * - Read and finished lessons, rehearsals, the place to go on, the kind of phone and the size of letters
 *   are in it; the step of a lesson that one does not go on with, and when it was, are not.
 *
 * Source: docs/decisions/0013-resume-code.md.
 */
const GROUP = 4;
const CHECKED = GROUP - 1;
/** The version and the check of the whole stand before the memory. */
const HEAD = 2;

export type ResumeCodeError =
  | { readonly type: 'empty' }
  /** A letter that is no digit and cannot stand for one. */
  | { readonly type: 'not-a-digit'; readonly letter: string }
  /** The first group that looks wrong, from 0; the number of digits is right. */
  | { readonly type: 'group'; readonly group: number }
  /** A digit is missing or too many, in this group or after it. */
  | { readonly type: 'count'; readonly group: number }
  /** Every group is right in itself, but not together: one is left out or exchanged. */
  | { readonly type: 'whole' }
  /** Made by a newer version than this device has. */
  | { readonly type: 'newer-version' };

/** The code of a memory, group by group. */
export function resumeCodeOf(memory: DeviceMemory): string[] {
  const { digit, version } = newestVersion;
  return writeRow(rowOf(version, memory), digit, version);
}

/** What a code brings, typed as freely as people type: full width, Kanji numerals, any spaces and dashes. */
export function readResumeCode(typed: string): Result<DeviceMemory, ResumeCodeError> {
  const written = foldDigits(typed);
  const digits = written.replaceAll(' ', '');
  if (digits === '') return err({ type: 'empty' });
  const letter = /[^\d ]/u.exec(written)?.[0];
  if (letter !== undefined) return err({ type: 'not-a-digit', letter });

  const groups = splitGroups(digits);
  const wrong = groups.findIndex((group, place) => !isGroupRight(group, place));
  if (wrong >= 0) return err(whatIsWrong(groups, wrong, written.split(' ')));
  return readGroups(groups);
}

/** A group as it was typed so far: the last may still be open. */
export type TypedGroup = { readonly digits: string; readonly state: 'right' | 'wrong' | 'open' };

/** What was typed, in groups, for showing it back while one types. */
export function typedGroups(typed: string): TypedGroup[] {
  const digits = foldDigits(typed).replace(/\D/g, '');
  return splitGroups(digits).map((group, place) => ({
    digits: group,
    state: group.length < GROUP ? 'open' : isGroupRight(group, place) ? 'right' : 'wrong'
  }));
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from('〇一二三四五六七八九', (kanji, digit) => [kanji, String(digit)])
  ),
  ...{ 零: '0', O: '0', o: '0', I: '1', l: '1', '|': '1' }
};

/** Digits as they are kept, with single spaces where something stood between them. */
function foldDigits(typed: string): string {
  return Array.from(typed.normalize('NFKC'), (letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{P}\p{Sm}ー]+/gu, ' ')
    .trim();
}

function splitGroups(digits: string): string[] {
  return digits.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
}

function isGroupRight(group: string, place: number): boolean {
  return (
    group.length === GROUP && group.at(-1) === checkDigitOf(group.slice(0, CHECKED), place % 10)
  );
}

/** Where somebody left spaces, they tell in which group a digit is missing. */
function whatIsWrong(
  groups: readonly string[],
  wrong: number,
  asWritten: readonly string[]
): ResumeCodeError {
  if (groups.at(-1)?.length === GROUP) return { type: 'group', group: wrong };

  const uneven = asWritten.findIndex(({ length }) => length !== GROUP);
  const isWrittenInGroups = asWritten.length > 1 && Math.abs(asWritten.length - groups.length) <= 1;
  if (!isWrittenInGroups) return { type: 'count', group: wrong };
  return wrong < uneven ? { type: 'group', group: wrong } : { type: 'count', group: uneven };
}

function readGroups(groups: readonly string[]): Result<DeviceMemory, ResumeCodeError> {
  const data = groups.map((group) => group.slice(0, CHECKED)).join('');
  const [versionDigit = '', check = ''] = data;
  const digits = data.slice(HEAD);
  if (check !== wholeCheck(versionDigit + digits, groups.length)) return err({ type: 'whole' });

  const version = resumeVersions[versionDigit];
  if (!version) return err({ type: 'newer-version' });

  const reader = new ShortNumberReader(digits);
  const row = walkRow(version, (weights) => reader.take(weights));
  // A row has one code: other digits that would mean the same were never on a slip.
  const isOnASlip = writeRow(row, versionDigit, version).join() === groups.join();
  return isOnASlip ? ok(memoryOf(version, row)) : err({ type: 'whole' });
}

function writeRow(row: ResumeRow, versionDigit: string, version: ResumeVersion): string[] {
  const writer = new ShortNumberWriter();
  walkRow(version, (weights, known) => {
    const chosen = known(row) ?? 0;
    writer.put(weights, chosen);
    return chosen;
  });

  const digits = writer.digits();
  const count = Math.max(1, Math.ceil((HEAD + digits.length) / CHECKED));
  const padded = digits.padEnd(count * CHECKED - HEAD, '0');
  const data = versionDigit + wholeCheck(versionDigit + padded, count) + padded;
  return Array.from({ length: count }, (_, place) => {
    const group = data.slice(place * CHECKED, (place + 1) * CHECKED);
    return group + checkDigitOf(group, place % 10);
  });
}

/** Begins at the number of groups, so that one that is left out is missed. */
function wholeCheck(digits: string, groups: number): string {
  return checkDigitOf(digits, groups % 10);
}
