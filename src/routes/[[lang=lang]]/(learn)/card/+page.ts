import { loadScenario, practiceSlugs } from '#features/practice-phone/scenarios/catalogue.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: undefined }, { lang: 'en' }];

/** The names of the rehearsals' screens, for cards that come from there. */
export const load: PageLoad = async ({ parent }) => {
  const { language } = (await parent()).translator;
  const scenarios = await Promise.all(practiceSlugs.map(loadScenario));
  return {
    screens: scenarios.flatMap((scenario) =>
      Object.entries(scenario?.screens ?? {}).map(([id, screen]) => ({
        id: `${scenario?.slug}.${id}`,
        title: screen.title[language]
      }))
    )
  };
};
