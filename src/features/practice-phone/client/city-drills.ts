import * as v from 'valibot';
import { Drill } from '../domain/drill.ts';
import { keep, read } from './kept.ts';

const KEY = 'engawa.city-drills';
const CityDrills = v.object({ drills: v.array(Drill) });

/** The city's newest drills: from the server, else those that came last time, else none. */
export async function loadCityDrills(): Promise<readonly Drill[]> {
  const fetched = await fetchDrills();
  if (fetched === undefined) return drillsIn(read(KEY));
  keep(KEY, fetched);
  return drillsIn(fetched);
}

async function fetchDrills(): Promise<string | undefined> {
  try {
    const response = await fetch('/api/public/drills.json');
    return response.ok ? await response.text() : undefined;
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

function drillsIn(text: string | null): readonly Drill[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), CityDrills), text);
  return parsed.success ? parsed.output.drills : [];
}
