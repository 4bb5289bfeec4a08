import { readSettings } from '#server/settings.ts';

const settings = readSettings(environmentOf(process.argv.slice(2)));
if (!settings.ok) stop(settings.error.sentence);
// Loaded only now: a wrong CITY is refused while the modules load.
await import('./start-server.ts')
  .then(({ startServer }) => startServer(settings.value))
  .catch((failure: unknown) => stop((failure as Error).message));

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Demonstration is the default of a computer on its own; a real database or host turns it off. */
function environmentOf(args: readonly string[]): NodeJS.ProcessEnv {
  const env = process.env;
  const isPublic = env['HOST'] || env['ORIGIN']?.startsWith('https:');
  const real = args.includes('--no-demo') || env['DATABASE_URL'] || isPublic;
  env['DEMO'] ??= real ? '0' : '1';
  return env;
}
