import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** What a browser needs to run in a container, and what keeps it from asking the world for things. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage'
];

/** The machine's own Chromium, or the one among the packages where there is none. */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const own = process.env['CHROMIUM'] ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (own && own !== 'packed') return { executablePath: own, args: ARGS };

  const folder = join(tmpdir(), `engawa-chromium-${packedVersion()}`);
  await mkdir(folder, { recursive: true });
  return {
    executablePath: await unpackInto(folder),
    args: ARGS,
    env: { ...environment(), ...librariesIn(folder) }
  };
}

/** In the folder's name, so that another version is unpacked anew. */
function packedVersion(): string {
  const file = 'node_modules/@sparticuz/chromium/package.json';
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** A browser of its own, for a measure. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumLaunch());
}

/** The package unpacks to TMPDIR, with the libraries it needs when it believes to be in its usual host. */
async function unpackInto(folder: string): Promise<string> {
  const before = {
    TMPDIR: process.env['TMPDIR'],
    AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME']
  };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    for (const [name, value] of Object.entries({
      ...before,
      LD_LIBRARY_PATH: environment()['LD_LIBRARY_PATH']
    })) {
      if (value === undefined || value.includes(folder)) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

function librariesIn(folder: string): Record<string, string> {
  return { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
}
