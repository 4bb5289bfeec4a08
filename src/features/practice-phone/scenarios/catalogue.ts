import type { Scenario } from '../domain/scenario.ts';

/** Every rehearsal by its lesson's number; each is a file of its own, fetched when it is opened. */
const files = import.meta.glob<Scenario>(['./[0-9]-[0-9].ts', './[0-9]-[0-9][0-9].ts'], {
  import: 'default'
});

const scenarios = new Map(
  Object.entries(files).map(([path, load]) => [path.slice('./'.length, -'.ts'.length), load])
);

export const practiceSlugs: readonly string[] = [...scenarios.keys()].sort();

/** @returns `undefined` when there is no such rehearsal. */
export async function loadScenario(slug: string): Promise<Scenario | undefined> {
  return scenarios.get(slug)?.();
}
