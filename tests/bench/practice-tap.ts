import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';

const ROUNDS = 15;
const TAPS_A_ROUND = 4;
const BETWEEN_TAPS_MS = 560;
const HOLD = 1.3;
const LONGEST_TASK_MS = 50;

/** A button whose only work is a class. It lives on the same server, so both pages pay the same. */
const BARE_PAGE = `<!doctype html><meta name="viewport" content="width=device-width"><style>
button { width: 300px; height: 88px } .on { background: #115a36; color: #fff }</style>
<button>m1</button><script>
const button = document.querySelector('button');
button.addEventListener('touchend', (event) => { event.preventDefault(); button.classList.toggle('on'); });
</script>`;

type Measured = { samples: number[]; longestTaskMs: number };

export type PracticeTapResult = {
  readonly name: 'practice-tap';
  /** Milliseconds from the finger's end to the frame that shows it; medians. */
  readonly ours: number;
  readonly limit: number;
  readonly peers: { readonly bareListener: number };
  /** Median of the ratios of paired rounds. */
  readonly ratio: number;
  readonly hold: number;
  readonly ok: boolean;
  /**
   * The longest task of a round of taps in the practice page: the median of all rounds, since a busy
   * machine stretches single ones (0 = none above 50 ms), and the longest of all.
   */
  readonly longestTaskMs: number;
  readonly worstTaskMs: number;
};

/** Taps the practice phone and a bare listener in turn, in one Chromium, on the build in `build/`. */
export async function run(): Promise<PracticeTapResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'engawa-bench-'));
  const port = await freePort();
  const server = await startServer(port, dataDir);
  const browser = await launch();
  try {
    return await measure(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    await stop(server);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, origin: string): Promise<PracticeTapResult> {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 }
  });
  await context.route('**/bare-listener', (route) =>
    route.fulfill({ contentType: 'text/html', body: BARE_PAGE })
  );
  const ours = await openPage(await context.newPage(), `${origin}/practice/4-2`, '[data-ready]');
  const bare = await openPage(await context.newPage(), `${origin}/bare-listener`, 'button');
  const tapOurs = () => tapRound(ours, ['[data-place=m1]', '[data-place=frame-back]']);
  const tapBare = () => tapRound(bare, ['button', 'button']);

  await tapOurs();
  await tapBare();
  const all = { ours: [] as number[], bare: [] as number[], ratios: [] as number[] };
  const longestTasks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await tapOurs() : undefined;
    const { samples } = await tapBare();
    const mine = first ?? (await tapOurs());
    longestTasks.push(mine.longestTaskMs);
    all.ours.push(...mine.samples);
    all.bare.push(...samples);
    all.ratios.push(median(mine.samples) / median(samples));
  }
  const peer = median(all.bare);
  const ratio = median(all.ratios);
  const longestTaskMs = median(longestTasks);
  return {
    name: 'practice-tap',
    ours: round2(median(all.ours)),
    limit: round2(peer * HOLD),
    peers: { bareListener: round2(peer) },
    ratio: round2(ratio),
    hold: HOLD,
    ok: ratio <= HOLD && longestTaskMs <= LONGEST_TASK_MS,
    longestTaskMs: round2(longestTaskMs),
    worstTaskMs: round2(Math.max(...longestTasks))
  };
}

async function openPage(page: Page, address: string, ready: string): Promise<Page> {
  await page.addInitScript(watchTaps);
  await page.goto(address);
  await page.locator(ready).waitFor();
  return page;
}

/** Runs in the page: from the end of a touch to just after the frame that follows it. */
function watchTaps(): void {
  const measured: Measured = { samples: [], longestTaskMs: 0 };
  Object.assign(globalThis, { measured });
  addEventListener(
    'touchend',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => measured.samples.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    },
    { capture: true }
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      measured.longestTaskMs = Math.max(measured.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask' });
}

async function tapRound(page: Page, places: readonly [string, string]): Promise<Measured> {
  await page.bringToFront();
  await page.evaluate(() => {
    Object.assign((globalThis as unknown as { measured: Measured }).measured, {
      samples: [],
      longestTaskMs: 0
    });
  });
  for (let tap = 0; tap < TAPS_A_ROUND; tap += 1) {
    await page.waitForTimeout(BETWEEN_TAPS_MS);
    const place = page.locator(places[tap % 2 === 0 ? 0 : 1]);
    await place.scrollIntoViewIfNeeded();
    await place.tap();
  }
  await page.waitForTimeout(BETWEEN_TAPS_MS);
  const measured = await page.evaluate(
    () => (globalThis as unknown as { measured: Measured }).measured
  );
  if (measured.samples.length !== TAPS_A_ROUND) {
    throw new Error(`${measured.samples.length} of ${TAPS_A_ROUND} taps were measured`);
  }
  return measured;
}

async function launch(): Promise<Browser> {
  const system = '/usr/bin/chromium';
  return chromium.launch({
    ...(existsSync(system) && { executablePath: system }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage']
  });
}

async function startServer(port: number, dataDir: string): Promise<ChildProcess> {
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/start.ts'],
    {
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
      stdio: ['ignore', 'ignore', 'inherit']
    }
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false
    );
    if (answers) return server;
    if (server.exitCode !== null) throw new Error(`the server stopped with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(server);
  throw new Error('the server did not answer within ten seconds');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await stopped;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
