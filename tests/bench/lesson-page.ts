import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '#tests/support/chromium.ts';
import { freePort } from '#tests/support/postgres.ts';

const STEP = '/lessons/2-7/3';
const CPU_RATES = [4, 6] as const;
const NETWORK = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SETTLE_MS = 1000;
const START_MS = 60_000;
const HOLD = { ratio: 1.1, javascriptGz: 10 * 1024, requestsBeforeLcp: 2, blockedMs: 50 };

type Load = {
  readonly lcpMs: number;
  readonly blockedMs: number;
  readonly requestsBeforeLcp: number;
  readonly javascriptGz: number;
};

type RateReport = {
  readonly cpuRate: number;
  readonly pairs: number;
  readonly oursLcpMs: number;
  readonly staticLcpMs: number;
  /** The median of each pair's own ratio. */
  readonly ratio: number;
  readonly blockedMs: number;
  readonly staticBlockedMs: number;
};

export type LessonPageReport = {
  readonly name: 'lesson-page';
  readonly ours: number;
  readonly limit: number;
  readonly peers: Record<string, number>;
  readonly ratio: number;
  readonly hold: number;
  readonly ok: boolean;
  readonly details: {
    readonly rates: readonly RateReport[];
    readonly javascriptGz: number;
    readonly requestsBeforeLcp: number;
    readonly blockedMs: number;
  };
};

/**
 * A lesson step against a page of the same words and picture that was written by hand without a script:
 * both cold, at 1.6 Mbps and 150 ms, with a slowed processor, in pairs whose order is swapped.
 * Needs `build/`.
 */
export async function run(
  pairs = Number(process.env['BENCH_PAIRS'] ?? 20)
): Promise<LessonPageReport> {
  const [ours, written, browser] = await Promise.all([
    startOurs(),
    startWritten(),
    launchChromium()
  ]);
  try {
    await refuseOtherWords(browser, ours.address, written.address);
    const loads: Load[] = [];
    const rates: RateReport[] = [];
    for (const rate of CPU_RATES) {
      rates.push(
        await compare(browser, { ours: ours.address, written: written.address, rate, pairs, loads })
      );
    }
    return reportOf(rates, loads);
  } finally {
    await browser.close();
    written.server.close();
    ours.process.kill('SIGTERM');
    await rm(ours.folder, { recursive: true, force: true });
  }
}

function reportOf(rates: readonly RateReport[], loads: readonly Load[]): LessonPageReport {
  const [first] = rates;
  if (!first) throw new Error('nothing was measured');
  const ratio = Math.max(...rates.map((rate) => rate.ratio));
  const details = {
    rates,
    javascriptGz: Math.max(...loads.map((load) => load.javascriptGz)),
    requestsBeforeLcp: median(loads.map((load) => load.requestsBeforeLcp)),
    blockedMs: Math.max(...rates.map((rate) => rate.blockedMs))
  };
  return {
    name: 'lesson-page',
    ours: first.oursLcpMs,
    limit: first.staticLcpMs * HOLD.ratio,
    peers: { 'static-html': first.staticLcpMs },
    ratio,
    hold: HOLD.ratio,
    ok:
      ratio <= HOLD.ratio &&
      details.javascriptGz <= HOLD.javascriptGz &&
      details.requestsBeforeLcp <= HOLD.requestsBeforeLcp &&
      details.blockedMs <= HOLD.blockedMs,
    details
  };
}

async function compare(
  browser: Browser,
  plan: {
    readonly ours: string;
    readonly written: string;
    readonly rate: number;
    readonly pairs: number;
    readonly loads: Load[];
  }
): Promise<RateReport> {
  const ours: Load[] = [];
  const written: Load[] = [];
  for (let pair = 0; pair < plan.pairs; pair++) {
    const oursFirst = pair % 2 === 0;
    if (oursFirst) ours.push(await loadCold(browser, plan.ours, plan.rate));
    written.push(await loadCold(browser, plan.written, plan.rate));
    if (!oursFirst) ours.push(await loadCold(browser, plan.ours, plan.rate));
  }
  plan.loads.push(...ours);
  return {
    cpuRate: plan.rate,
    pairs: plan.pairs,
    oursLcpMs: median(ours.map(({ lcpMs }) => lcpMs)),
    staticLcpMs: median(written.map(({ lcpMs }) => lcpMs)),
    ratio: median(ours.map(({ lcpMs }, index) => lcpMs / (written[index]?.lcpMs ?? NaN))),
    blockedMs: median(ours.map(({ blockedMs }) => blockedMs)),
    staticBlockedMs: median(written.map(({ blockedMs }) => blockedMs))
  };
}

/** One visit of a phone that was never here: a context of its own has no cache and no worker. */
async function loadCold(browser: Browser, address: string, cpuRate: number): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || response.fromServiceWorker()) return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  await watchPaintAndTasks(page);

  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const seen = await readMeasures(page);
  const sizes = await Promise.all(scripts);
  await context.close();
  return { ...seen, javascriptGz: sizes.reduce((total, size) => total + size, 0) };
}

type Watched = { lcpMs: number; blockedMs: number };

function watchPaintAndTasks(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const watched: Watched = { lcpMs: 0, blockedMs: 0 };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.lcpMs = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.blockedMs += duration - 50;
    }).observe({ type: 'longtask', buffered: true });
  });
}

async function readMeasures(page: Page): Promise<Omit<Load, 'javascriptGz'>> {
  const seen = await page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched };
    const before = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < watched.lcpMs).length;
    return { ...watched, requestsBeforeLcp: 1 + before };
  });
  if (seen.lcpMs === 0) throw new Error(`${page.url()} painted nothing`);
  return seen;
}

/** The comparison is only fair while both pages say the same. */
async function refuseOtherWords(browser: Browser, ours: string, written: string): Promise<void> {
  const sentences = await Promise.all(
    [ours, written].map(async (address) => {
      const page = await browser.newPage();
      await page.goto(address);
      const sentence = await page.evaluate(() => {
        for (const reading of document.querySelectorAll('rt')) reading.remove();
        const shown = [...document.querySelectorAll('h1')].find((h1) => h1.offsetParent !== null);
        return shown?.textContent.replace(/\s/g, '');
      });
      await page.close();
      return sentence;
    })
  );
  if (!sentences[0] || sentences[0] !== sentences[1]) {
    throw new Error(`the two pages differ: ${sentences.join(' / ')}`);
  }
}

type Ours = { readonly address: string; readonly process: ChildProcess; readonly folder: string };

async function startOurs(): Promise<Ours> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'engawa-bench-'));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/start.ts'],
    { env: { ...process.env, PORT: String(port), DATA_DIR: folder }, stdio: 'ignore' }
  );
  const origin = `http://localhost:${port}`;
  const deadline = performance.now() + START_MS;
  while (!(await answers(`${origin}/healthz`))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      throw new Error('the server did not start; is there a build?');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address: origin + STEP, process: child, folder };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch (failure) {
    if (failure instanceof TypeError) return false;
    throw failure;
  }
}

/** The hand-written page behind the same kind of server: node:http, compressed ahead. */
async function startWritten(): Promise<{ readonly address: string; readonly server: Server }> {
  const html = await readFile(new URL('lesson-page.static.html', import.meta.url));
  const body = brotliCompressSync(html);
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': body.length
    });
    response.end(body);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { address: `http://localhost:${port}/`, server };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? NaN)) / 2 : upper;
}
