import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What takes too long for every change. The first argument is how many histories the sync model plays. */
const HISTORIES = process.argv[2] ?? '100000';

const runs = [
  {
    what: 'tablets, server and bad network',
    args: [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'tests/server/sync-model-',
      '--testTimeout=0'
    ],
    env: { MODEL_HISTORIES: HISTORIES }
  },
  {
    what: 'every lesson in every language, way and kind of phone',
    args: [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', 'lessons.spec.ts'],
    env: { EVERY_COMBINATION: '1' }
  }
];

for (const { what, args, env } of runs) {
  console.log(`\n── ${what}`);
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env }
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
