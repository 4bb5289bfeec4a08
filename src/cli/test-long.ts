import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What takes too long for every change: the model of tablets, server and bad network, with many histories. */
const HISTORIES = process.argv[2] ?? '100000';

const { status } = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    'tests/server/sync-model.test.ts',
    '--testTimeout=0'
  ],
  { stdio: 'inherit', env: { ...process.env, MODEL_HISTORIES: HISTORIES } }
);
process.exitCode = status ?? 1;
