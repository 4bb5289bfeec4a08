import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** The packed one cannot fork its helpers from a zygote on every kernel; it starts them one by one. */
const PACKED_ARGS = [...ARGS, '--no-zygote'];

/**
 * The Chromium among the packages: one version everywhere, and a third lighter than a desktop's. It is
 * made for Linux on x64; elsewhere the machine's own is taken. `CHROMIUM` names another.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const isPackedFor = process.platform === 'linux' && process.arch === 'x64';
  const own =
    process.env['CHROMIUM'] ??
    (isPackedFor ? undefined : SYSTEM_BROWSERS.find((path) => existsSync(path)));
  if (own) return { executablePath: own, args: ARGS };

  // The version is in the folder's name, so that another one is unpacked anew.
  const folder = join(tmpdir(), `engawa-chromium-${await packedVersion()}`);
  await mkdir(folder, { recursive: true });
  return {
    executablePath: await unpackInto(folder),
    args: PACKED_ARGS,
    env: { ...environment(), ...(await surroundingsIn(folder)) }
  };
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

async function packedVersion(): Promise<string> {
  const manifest = await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Its own libraries, and its own fonts beside those that the machine has: without any it ends at a button. */
async function surroundingsIn(folder: string): Promise<Record<string, string>> {
  const fonts = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((path) => `<dir>${path}</dir>`).join('')}<cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>`
  );
  return { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
}
