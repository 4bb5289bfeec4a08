import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'tests/bench/peers';

/**
 * Installs what the measures compare with, by its own lock file, unless that is done. Nobody who only
 * builds or tests carries these packages.
 */
export function installPeers(): void {
  const stampFile = join(FOLDER, 'node_modules', '.engawa-install');
  const stamp = createHash('sha256')
    .update(readFileSync(join(FOLDER, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  process.stderr.write('installing the packages to compare with …\n');
  const npm = process.env['npm_execpath'];
  const ci = ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  const [command, ...args]: [string, ...string[]] = npm
    ? [process.execPath, npm, ...ci]
    : ['npm', ...ci];
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ci --prefix ${FOLDER} failed; the lines above say why`);
  writeFileSync(stampFile, stamp);
}
