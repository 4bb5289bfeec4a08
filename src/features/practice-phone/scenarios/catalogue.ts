import type { Scenario } from '../domain/scenario.ts';

/** Every rehearsal by its lesson's number; each is a file of its own, fetched when it is opened. */
const scenarios: Readonly<Record<string, () => Promise<{ readonly default: Scenario }>>> = {
  '0-1': () => import('./0-1.ts'),
  '2-7': () => import('./2-7.ts'),
  '4-2': () => import('./4-2.ts')
};

export const practiceSlugs: readonly string[] = Object.keys(scenarios);

/** @returns `undefined` when there is no such rehearsal. */
export async function loadScenario(slug: string): Promise<Scenario | undefined> {
  if (!Object.hasOwn(scenarios, slug)) return undefined;
  return (await scenarios[slug]?.())?.default;
}
