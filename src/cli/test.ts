import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Every check of the project, in the order in which a mistake is cheapest to find. All of them run even
 * when one fails; the last line counts them: a checker is one check, a test is one. The checkers use one
 * core each, so two of them run at a time, and what each prints is shown when it ends.
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

/** Writes the types that the checkers read. */
const preparation: Step = {
  name: 'types of Kit',
  args: [bin('@sveltejs/kit/svelte-kit.js'), 'sync'],
  count: one
};

/** The longest first: they fill two cores best so. */
const checkers: readonly Step[] = [
  { name: 'rules', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], count: one },
  {
    name: 'types',
    args: [bin('svelte-check/bin/svelte-check'), '--fail-on-warnings', '--output', 'human'],
    count: one
  },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    count: one
  },
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
  { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress'], count: one }
];

const suites: readonly Step[] = [
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

const AT_A_TIME = 2;

const total: Count = { passed: 0, failed: 0, skipped: 0 };
await take(preparation, 'as it comes');
const waiting = [...checkers];
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await take(step, 'at its end');
  })
);
for (const step of suites) await take(step, 'as it comes');
await rm(reports, { recursive: true, force: true });
console.log(`\n${sentenceOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function sentenceOf({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** When what a step prints is shown. */
type Shown = 'as it comes' | 'at its end';

async function take({ name, args, count }: Step, shown: Shown): Promise<void> {
  if (shown === 'as it comes') console.log(`\n── ${name}`);
  const begun = Date.now();
  const { code, printed } = await run(args, shown);
  if (shown === 'at its end') console.log(`\n── ${name}\n${printed.trim()}`);
  const counted = await count(code);
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
  console.log(`── ${name}: ${sentenceOf(counted)} (${Math.round((Date.now() - begun) / 1000)} s)`);
}

function run(
  args: readonly string[],
  shown: Shown
): Promise<{ readonly code: number; readonly printed: string }> {
  const output = shown === 'as it comes' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, PLAYWRIGHT_JSON: playwrightReport, FORCE_COLOR: '0' }
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
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
