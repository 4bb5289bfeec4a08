import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';

const LONGEST_START_MS = 20_000;

/** A Chromium of the test's own, with a profile that outlives it and a process group that can be killed. */
export class OwnBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #process: ChildProcess;
  readonly #quit: () => Promise<void>;

  private constructor(
    process: ChildProcess,
    context: BrowserContext,
    page: Page,
    quit: () => Promise<void>
  ) {
    this.#process = process;
    this.context = context;
    this.page = page;
    this.#quit = quit;
  }

  static async open(profile: string): Promise<OwnBrowser> {
    const { executablePath = '', args = [], env } = await chromiumLaunch();
    const told = join(profile, 'DevToolsActivePort');
    await rm(told, { force: true });
    const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const child = spawn(executablePath, [...args, ...own, 'about:blank'], {
      detached: true, // a process group of its own
      stdio: 'ignore',
      env: { ...(env ?? process.env), TZ: 'Asia/Tokyo' }
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(told, child)}`);
    const context = browser.contexts()[0]!;
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize({ width: 1024, height: 768 });
    return new OwnBrowser(child, context, page, async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close');
    });
  }

  /** As somebody closes it: what it holds is written first. */
  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#quit();
    await ended;
  }

  /** SIGKILL to all its processes, in the middle of whatever they do. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    process.kill(-this.#process.pid!, 'SIGKILL');
    await ended;
  }
}

/** The browser writes down the port it chose. */
async function portIn(file: string, child: ChildProcess): Promise<string> {
  const deadline = Date.now() + LONGEST_START_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes('\n')) return text.split('\n')[0]!;
    await wait(50);
  }
  throw new Error(`the browser did not start (${child.exitCode})`);
}
