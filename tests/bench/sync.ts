import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from '#tests/support/chromium.ts';
import { median, round2, turned } from '#tests/support/paired.ts';
import { installPeers } from '#tests/support/peers.ts';
import { startServer } from '#tests/support/server.ts';
import { bundleForPage } from './sync/bundle.ts';
import { startCouch, type Couch } from './sync/couch.ts';
import type { TabletPage, Target } from './sync/tablet.ts';
import { Town, type BenchSession } from './sync/town.ts';
import { WireCount } from './sync/wire.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const PULLS = [300, 3000, 10_000] as const;
const PUSHES = [1, 100, 1000] as const;
const OUTAGE = 500;
const TABLETS = 20;
const ROWS_OF_EACH = 300;
const PUSHED_BY_EACH = 10;
const DECISIVE = 'pull 10000';
const HOLD = 1.5;
const FASTER_THAN_PEERS = 2;

const ways = ['ours', 'raw', 'rxdb', 'pouchdb'] as const;
type Way = (typeof ways)[number];
const entries: Readonly<Record<Way, string>> = {
  ours: 'tests/bench/sync/ours.ts',
  raw: 'tests/bench/sync/raw.ts',
  rxdb: 'tests/bench/peers/rxdb.ts',
  pouchdb: 'tests/bench/peers/pouchdb.ts'
};

type Bench = {
  readonly context: BrowserContext;
  readonly town: Town;
  readonly couch: Couch;
  readonly origin: string;
  readonly scripts: Readonly<Record<Way, string>>;
  readonly pages: Readonly<Record<Way, Page>>;
};
/** Milliseconds, round by round, by what was measured. */
type Samples = ReadonlyMap<string, readonly Readonly<Record<Way, number>>[]>;
type Task = {
  readonly name: string;
  readonly perform: (bench: Bench, way: Way) => Promise<number>;
};

/**
 * Sync of our client and the built server, against RxDB with the same server, PouchDB with a CouchDB in
 * memory, and what can be left out by nobody (fetch, JSON, a raw strict put). All in one Chromium with a
 * profile on the disk, one page for each, taking turns. Needs `build/`.
 */
export async function run() {
  installPeers();
  const [server, couch, profile, scripts] = await Promise.all([
    startServer(),
    startCouch(),
    mkdtemp(join(tmpdir(), 'engawa-bench-profile-')),
    bundleAll()
  ]);
  const context = await chromium.launchPersistentContext(profile, {
    ...(await chromiumLaunch()),
    serviceWorkers: 'block'
  });
  const town = await Town.open(server.dataDir, couch);
  try {
    const open = { context, town, couch, origin: server.origin, scripts };
    const pages = await forEachWay((way) => openPage(open, way));
    const bench = { ...open, pages };
    const samples = await measure(bench);
    return reportOf(samples, await wireOf(bench));
  } finally {
    await context.close();
    await town.close();
    await Promise.all([server.remove(), couch.close()]);
    await rm(profile, { recursive: true, force: true });
  }
}

async function measure(bench: Bench): Promise<Samples> {
  const pulls = await Promise.all(PULLS.map((rows) => pullTask(bench, rows)));
  const tasks = [...pulls, ...PUSHES.map(pushTask), drainTask, allAtOnceTask];
  const samples = new Map<string, Record<Way, number>[]>(tasks.map(({ name }) => [name, []]));
  for (const way of ways) await tasks[0]?.perform(bench, way);

  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, perform } of tasks) {
      const took: Record<Way, number> = { ours: NaN, raw: NaN, rxdb: NaN, pouchdb: NaN };
      for (const way of turned(ways, round)) took[way] = await perform(bench, way);
      samples.get(name)?.push(took);
    }
  }
  return samples;
}

async function pullTask(bench: Bench, rows: number): Promise<Task> {
  const session = await bench.town.makeSession(rows);
  return {
    name: `pull ${rows}`,
    perform: async ({ town, pages }, way) => {
      await open(pages[way], way, await town.target(session));
      const took = await ask(pages[way], (page) => page.pull());
      const held = await ask(pages[way], (page) => page.held());
      await ask(pages[way], (page) => page.remove());
      if (held < rows) throw new Error(`${way} holds ${held} of ${rows} rows`);
      return took;
    }
  };
}

function pushTask(count: number): Task {
  return {
    name: `push ${count}`,
    perform: async (bench, way) => {
      const session = await bench.town.makeSession(count);
      const page = bench.pages[way];
      await open(page, way, await bench.town.target(session));
      await page.evaluate((ids) => tabletPage.write(ids), session.participationIds);
      const took = await ask(page, (tablet) => tablet.push());
      await ask(page, (tablet) => tablet.remove());
      await expectTaken(bench, way, session, count);
      return took;
    }
  };
}

const drainTask: Task = {
  name: `drain ${OUTAGE}`,
  perform: async (bench, way) => {
    const session = await bench.town.makeSession(OUTAGE);
    const page = bench.pages[way];
    await open(page, way, await bench.town.target(session));
    await ask(page, (tablet) => tablet.pull());
    const took = await page.evaluate((ids) => tabletPage.drain(ids), session.participationIds);
    await ask(page, (tablet) => tablet.remove());
    await expectTaken(bench, way, session, OUTAGE);
    return took;
  }
};

/** Each tablet is a page of its own with a database of its own; from the first's start to the last's end. */
const allAtOnceTask: Task = {
  name: `${TABLETS} tablets`,
  perform: async (bench, way) => {
    const session = await bench.town.makeSession(ROWS_OF_EACH);
    const pages = await Promise.all(Array.from({ length: TABLETS }, () => openPage(bench, way)));
    try {
      for (const [index, page] of pages.entries()) {
        await open(page, `${way}-${index}`, await bench.town.target(session));
        const ids = session.participationIds.slice(index * PUSHED_BY_EACH).slice(0, PUSHED_BY_EACH);
        await page.evaluate((some) => tabletPage.write(some), ids);
      }
      const begun = performance.now();
      await Promise.all(
        pages.map((page) =>
          ask(page, async (tablet) => {
            await tablet.push();
            return tablet.pull();
          })
        )
      );
      const took = performance.now() - begun;
      for (const page of pages) await ask(page, (tablet) => tablet.remove());
      await expectTaken(bench, way, session, TABLETS * PUSHED_BY_EACH);
      return took;
    } finally {
      await Promise.all(pages.map((page) => page.close()));
    }
  }
};

/** The server's own word: a client that says it has sent without sending is no peer. */
async function expectTaken(bench: Bench, way: Way, session: BenchSession, count: number) {
  const taken =
    way === 'pouchdb'
      ? bench.couch.countOf(session.id) - session.participationIds.length
      : await bench.town.takenIn(session);
  if (taken !== count) throw new Error(`${way}: the server took ${taken} of ${count}`);
}

/** Bytes of one large pull and one large push, in runs of their own that are not timed. */
async function wireOf(bench: Bench): Promise<Readonly<Record<Way, string>>> {
  const rows = PULLS[2];
  const [pull, push] = [await pullTask(bench, rows), pushTask(PUSHES[2])];
  return forEachWay(async (way) => {
    const wire = await WireCount.of(bench.pages[way]);
    await pull.perform(bench, way);
    const pulled = wire.take();
    await push.perform(bench, way);
    const pushed = wire.take();
    await wire.end();
    return `${pull.name} ${pulled}, ${push.name} ${pushed}`;
  });
}

function reportOf(samples: Samples, wire: Readonly<Record<Way, string>>) {
  const lines = [...samples].map(([name, rounds]) => ({ name, ...comparisonOf(rounds) }));
  const decisive = lines.find(({ name }) => name === DECISIVE);
  if (!decisive) throw new Error(`nothing was measured as ${DECISIVE}`);
  const { ms, ratio, rxdb, pouchdb } = decisive;
  const ok = ratio <= HOLD && Math.min(rxdb, pouchdb) >= FASTER_THAN_PEERS;
  return {
    name: 'sync',
    ours: ms.ours,
    limit: ms.raw * HOLD,
    peers: {
      'raw-indexeddb-strict': round2(ms.raw),
      'rxdb-dexie': round2(ms.rxdb),
      pouchdb: round2(ms.pouchdb)
    },
    ratio,
    hold: HOLD,
    ok,
    notes: [
      ...lines.map((line) => sentenceOf(line)),
      `${DECISIVE} holds at ${HOLD} × raw and ${FASTER_THAN_PEERS} × faster than both: ${distanceOf(decisive)}`,
      ...ways.map((way) => `bytes, ${way}: ${wire[way]}`),
      `${TABLETS} tablets: ${TABLETS} pages with databases of their own, each sends ${PUSHED_BY_EACH} and pulls ${ROWS_OF_EACH} rows and what the others sent`,
      `PouchDB's server keeps nothing on a disk and checks no right; ours commits durably`,
      `${ROUNDS} rounds, medians of paired ratios`
    ]
  } as const;
}

type Comparison = {
  readonly ms: Readonly<Record<Way, number>>;
  /** Ours against the raw way; how many times longer each peer takes than ours. */
  readonly ratio: number;
  readonly rxdb: number;
  readonly pouchdb: number;
};

function comparisonOf(rounds: readonly Readonly<Record<Way, number>>[]): Comparison {
  const middle = (of: (took: Readonly<Record<Way, number>>) => number) => median(rounds.map(of));
  return {
    ms: {
      ours: middle(({ ours }) => ours),
      raw: middle(({ raw }) => raw),
      rxdb: middle(({ rxdb }) => rxdb),
      pouchdb: middle(({ pouchdb }) => pouchdb)
    },
    ratio: middle(({ ours, raw }) => ours / raw),
    rxdb: middle(({ ours, rxdb }) => rxdb / ours),
    pouchdb: middle(({ ours, pouchdb }) => pouchdb / ours)
  };
}

function sentenceOf({ name, ms, ratio, rxdb, pouchdb }: Comparison & { readonly name: string }) {
  const [ours, raw] = [round2(ms.ours), round2(ms.raw)];
  return `${name}: ours ${ours} ms, raw ${raw} (ours ${round2(ratio)} ×), RxDB ${round2(ms.rxdb)} (${round2(rxdb)} × ours), PouchDB ${round2(ms.pouchdb)} (${round2(pouchdb)} × ours)`;
}

function distanceOf({ ratio, rxdb, pouchdb }: Comparison): string {
  const short = [
    ...(ratio > HOLD ? [`${percent(ratio / HOLD - 1)} over the limit`] : []),
    ...Object.entries({ RxDB: rxdb, PouchDB: pouchdb })
      .filter(([, times]) => times < FASTER_THAN_PEERS)
      .map(([peer, times]) => `${round2(times)} × ${peer}, not ${FASTER_THAN_PEERS}`)
  ];
  return short.length === 0 ? 'it holds' : `it does not: ${short.join('; ')}`;
}

declare const tabletPage: TabletPage;

async function openPage(
  { context, scripts, origin, couch }: Pick<Bench, 'context' | 'scripts' | 'origin' | 'couch'>,
  way: Way
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript({ content: scripts[way] });
  await page.goto(way === 'pouchdb' ? `${couch.origin}/page` : `${origin}/readyz`);
  return page;
}

async function open(page: Page, name: string, target: Target): Promise<void> {
  await page.evaluate(([called, to]) => tabletPage.open(called, to), [name, target] as const);
}

/** Calls the page's tablet; `call` runs there and sees nothing of here. */
async function ask<Value>(
  page: Page,
  call: (tablet: TabletPage) => Value | Promise<Value>
): Promise<Value> {
  const tablet = await page.evaluateHandle(() => tabletPage);
  return tablet.evaluate<Value, TabletPage>(call);
}

async function bundleAll(): Promise<Readonly<Record<Way, string>>> {
  return forEachWay((way) => bundleForPage(entries[way]));
}

/** One after the other, so that nobody's start disturbs another's. */
async function forEachWay<Value>(
  work: (way: Way) => Promise<Value>
): Promise<Readonly<Record<Way, Value>>> {
  const [ours, raw] = [await work('ours'), await work('raw')];
  return { ours, raw, rxdb: await work('rxdb'), pouchdb: await work('pouchdb') };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
