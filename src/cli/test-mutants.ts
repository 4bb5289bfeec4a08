import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantedBugs, type PlantedBug } from '../../tests/support/planted-bugs.ts';

/** Where the laws of sync are proved; the bug is planted for all of them. */
const TESTS = [
  'tests/server/sync-model-first.test.ts',
  'tests/server/sync.test.ts',
  'tests/server/cursor.test.ts',
  'tests/server/tablets.test.ts',
  'tests/server/handover.test.ts',
  'src/features/sync'
];
// The first half of them is played.
const HISTORIES = '600';
const SEED = '7';

/**
 * Plants one bug after the other and prints which test falls. Exits with 1 when one lives: then a law is
 * not proved. An argument names the bugs to plant, by a part of their name.
 */
const wanted = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'engawa-mutants-'));
const bugs = plantedBugs.filter(({ name }) => name.includes(wanted));
const killed = bugs.filter(plant);
rmSync(folder, { recursive: true });
console.log(`\n${killed.length} of ${bugs.length} planted bugs were caught`);
process.exitCode = killed.length === bugs.length ? 0 : 1;

/** @returns whether a test fell. */
function plant({ name, law }: PlantedBug): boolean {
  const report = join(folder, 'report.json');
  const args = ['run', '--bail=1', '--reporter=json', `--outputFile.json=${report}`, ...TESTS];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, PLANTED_BUG: name, MODEL_HISTORIES: HISTORIES, MODEL_SEED: SEED }
    }
  );
  const fallen = status === 0 ? undefined : firstFallen(report);
  if (status !== 0 && fallen === undefined) throw new Error(`${name}\n${stdout}\n${stderr}`);
  console.log(
    `${fallen ? 'caught' : 'LIVES '}  ${law}  ${name}${fallen ? `\n            ${fallen}` : ''}`
  );
  return fallen !== undefined;
}

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

function firstFallen(file: string): string | undefined {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed')?.fullName;
}
