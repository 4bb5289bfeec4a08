import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Every check of the project, in the order in which a mistake is cheapest to find. All of them run even
 * when one fails; the last line counts them: a checker is one check, a test is one.
 */
type Count = { passed: number; failed: number; skipped: number };
type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly count: (code: number) => Promise<Count>;
};

const bin = (path: string) => join('node_modules', path);
const reports = await mkdtemp(join(tmpdir(), 'engawa-reports-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const one = (code: number): Promise<Count> =>
  Promise.resolve({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

const steps: readonly Step[] = [
  { name: 'types of Kit', args: [bin('@sveltejs/kit/svelte-kit.js'), 'sync'], count: one },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    count: one
  },
  { name: 'rules', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], count: one },
  {
    name: 'laws',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long'
    ],
    count: one
  },
  {
    name: 'types',
    args: [bin('svelte-check/bin/svelte-check'), '--fail-on-warnings', '--output', 'human'],
    count: one
  },
  { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress'], count: one },
  {
    name: 'unit and server tests',
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`
    ],
    count: countVitest
  },
  { name: 'build', args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'error'], count: one },
  {
    name: 'journeys',
    args: [bin('@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
    count: countPlaywright
  }
];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const begun = Date.now();
  console.log(`\n── ${step.name}`);
  const code = await run(step.args);
  const count = await step.count(code);
  if (code !== 0 && count.failed === 0) count.failed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  console.log(
    `── ${step.name}: ${sentenceOf(count)} (${Math.round((Date.now() - begun) / 1000)} s)`
  );
}
await rm(reports, { recursive: true, force: true });
console.log(`\n${sentenceOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function sentenceOf({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @returns the exit code; what the step prints is shown as it comes. */
function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON: playwrightReport, FORCE_COLOR: '0' }
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function countVitest(code: number): Promise<Count> {
  const report = await readReport(vitestReport);
  if (!report) return one(code);
  return {
    passed: Number(report['numPassedTests']),
    failed: Number(report['numFailedTests']),
    skipped: Number(report['numPendingTests']) + Number(report['numTodoTests'])
  };
}

async function countPlaywright(code: number): Promise<Count> {
  const stats = (await readReport(playwrightReport))?.['stats'] as
    Record<string, number> | undefined;
  if (!stats) return one(code);
  return {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0
  };
}

/** A report that was not written means that the runner itself failed: its exit code counts. */
async function readReport(file: string): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
}
