import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILD_INPUTS = [
  'src',
  'static',
  'package-lock.json',
  'package.json',
  'svelte.config.js',
  'vite.config.ts'
];

/**
 * A name for what a build is made from: it changes when a source, a static file, the lockfile or a
 * build setting changes, and with nothing else (no clock, no path of a machine). Tests do not count.
 *
 * @returns {string} 16 hex digits
 */
export function sourceHash(root = process.cwd()) {
  const hash = createHash('sha256');
  for (const input of BUILD_INPUTS) addTo(hash, root, input);
  return hash.digest('hex').slice(0, 16);
}

/** @param {import('node:crypto').Hash} hash @param {string} root @param {string} path */
function addTo(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full) || path.endsWith('.test.ts')) return;

  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, root, `${path}/${name}`);
    return;
  }
  hash.update(`${path}\n`).update(readFileSync(full)).update('\n');
}
