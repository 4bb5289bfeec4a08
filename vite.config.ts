import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { plantedBugs } from './tests/support/planted-bugs.ts';

/**
 * Law 3, for the bundler: Kit guards only `$lib/server` and `*.server.*`, so a file of ours
 * under `server/` would reach the browser with whatever it holds. This refuses to load it there.
 */
function refuseServerCodeInBrowser(): Plugin {
  return {
    name: 'refuse-server-code-in-browser',
    enforce: 'pre',
    load(id, options) {
      const path = id.split('?')[0] ?? id;
      if (options?.ssr || !/\/src\/(.*\/)?server\//.test(path)) return;
      throw new Error(`Law 3: server code must not be loaded by the browser: ${path}`);
    }
  };
}

/** For `npm run test:mutants`: the tests see one file with the named bug in it; the tree is not touched. */
function plantBug(name: string): Plugin {
  const bug = plantedBugs.find((one) => one.name === name);
  if (!bug) throw new Error(`no planted bug is called ${name}`);
  return {
    name: 'plant-bug',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith(bug.file) ? code.replace(bug.right, bug.wrong) : undefined
  };
}
const plantedBug = process.env['PLANTED_BUG'];

export default defineConfig({
  define: { __CITY__: JSON.stringify(process.env['CITY'] ?? 'higashiyamato') },
  plugins: [
    plantedBug ? plantBug(plantedBug) : [],
    process.env['VITEST']
      ? svelte({ configFile: false, compilerOptions: { runes: true } })
      : [refuseServerCodeInBrowser(), sveltekit()]
  ],
  worker: { format: 'es' },
  build: { target: ['chrome111', 'safari16.4', 'firefox115'] },
  server: { host: '127.0.0.1' },
  test: {
    include: ['src/**/*.test.ts', 'tests/{server,laws}/**/*.test.ts'],
    environment: 'node',
    // One less than there are cores is the default: half of a machine with two.
    maxWorkers: 2,
    // A file with a bug in it must not be kept for the next bug's run, which would fall by the first one.
    fsModuleCache: plantedBug === undefined,
    globalSetup: ['tests/support/vitest-global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
});
