import { readFileSync } from 'node:fs';
import {
  checkRecord,
  seatedIn,
  unseatedIn,
  type LotteryRecord,
  type RecordError
} from '#features/workshops/domain/lottery-record.ts';
import { hashes } from '#features/workshops/server/lottery-hashes.ts';

/**
 * Draws a published lottery again: `npm run lottery -- record.json [FINGERPRINT]`. The fingerprint is
 * what somebody noted down from the workshop's page before the draw; without it the record's own is used.
 */
function check(file: string, fingerprint: string | undefined): void {
  const checked = checkRecord(readJson(file), hashes, fingerprint?.toLowerCase());
  if (!checked.ok) {
    stop(sentenceOf(checked.error));
    return;
  }
  const record = checked.value;
  if (record.kind === 'dry-run')
    console.log('This is the record of a dry run: it decides nothing.');
  console.log(
    `The seed fits the fingerprint ${fingerprint ? 'you gave' : 'of the record'}: ${record.commitment}`
  );
  console.log(`Drawn again from ${record.entrants.length} entrants: the same order.`);
  for (const line of linesOf(record)) console.log(line);
}

/** In the order drawn, each with what it brought: where seats are divided, a later lot may have a seat. */
function linesOf(record: LotteryRecord): readonly string[] {
  const seated = seatedIn(record);
  const line = unseatedIn(record);
  return record.order.map((number, index) => {
    const outcome = seated.has(number) ? 'seat' : `waiting ${line.indexOf(number) + 1}`;
    return `${String(index + 1).padStart(4)}  ${number}  ${outcome}`;
  });
}

function sentenceOf(error: RecordError): string {
  switch (error.type) {
    case 'not-a-record':
      return 'This file is no record of a lottery.';
    case 'another-seed':
      return 'The seed does not fit the fingerprint: this is NOT the seed that was fixed beforehand.';
    case 'list-not-sorted':
      return 'The list of entrants is not sorted, or a number stands in it twice.';
    case 'another-order':
      return `Drawn again, the order is ANOTHER one:\n${error.order.join('\n')}`;
  }
}

/** @returns `undefined` for a file that is no JSON. */
function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function stop(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

const [file, fingerprint] = process.argv.slice(2);
if (file) check(file, fingerprint);
else stop('Please name the file: npm run lottery -- record.json [FINGERPRINT]');
