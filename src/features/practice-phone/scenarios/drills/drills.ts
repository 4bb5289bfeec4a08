import { type Drill, scenarioOfDrill } from '../../domain/drill.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { calls } from './calls.ts';
import { messages } from './messages.ts';
import { pages } from './pages.ts';

/** The swindles that are practised, calls first. */
export const drills: readonly Drill[] = [...calls, ...messages, ...pages];

export function findDrillScenario(id: string): Scenario | undefined {
  const drill = drills.find((candidate) => candidate.id === id);
  return drill && scenarioOfDrill(drill);
}
