import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** One measure beside its limit and its peers, from one run. `ratio` is ours against the limit. */
type Measure = {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly ratio: number;
  readonly hold: number;
  readonly ok: boolean;
  readonly notes?: readonly string[];
};
type Bench = { readonly run: () => Promise<Measure> };

const FOLDER = 'tests/bench';
const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.find((arg) => !arg.startsWith('-'));

const known = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
if (wanted !== undefined && !existsSync(`${FOLDER}/${wanted}.ts`)) {
  process.stderr.write(`There is no measure ${wanted}; known are ${known.join(', ')}.\n`);
  process.exit(1);
}

const measures: Measure[] = [];
for (const name of wanted === undefined ? known : [wanted]) {
  const { run } = (await import(pathToFileURL(`${FOLDER}/${name}.ts`).href)) as Bench;
  const measure = await run();
  measures.push(measure);
  for (const note of measure.notes ?? []) console.log(`${name}: ${note}`);
}
console.table(
  Object.fromEntries(
    measures.map(({ name, ours, limit, ratio, hold, ok, peers }) => [
      name,
      {
        ours: round(ours),
        limit: round(limit),
        ratio: round(ratio),
        hold,
        ok,
        peers: JSON.stringify(peers)
      }
    ])
  )
);
if (asJson) {
  for (const { name, ours, limit, peers, ratio, hold, ok } of measures) {
    console.log(JSON.stringify({ name, ours, limit, peers, ratio, hold, ok }));
  }
}
process.exitCode = measures.every(({ ok }) => ok) ? 0 : 1;

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
