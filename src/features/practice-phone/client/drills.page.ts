import { plainText } from '#shared/text/ruby.ts';
import { loadCityDrills } from './city-drills.ts';

/** The list of drills gets the city's newest ones, where there are any. */
async function showCityDrills(): Promise<void> {
  const section = document.querySelector<HTMLElement>('[data-city-drills]');
  const model = section?.querySelector('template')?.content.firstElementChild;
  if (!section || !model) return;

  const drills = await loadCityDrills();
  const language = document.documentElement.lang === 'en' ? 'en' : 'ja';
  for (const { id, topic } of drills) {
    const item = document.importNode(model, true);
    const link = item.querySelector('a');
    if (!link) continue;
    link.href += `#${id}`;
    link.textContent = plainText(topic[language]);
    section.querySelector('ul')?.append(item);
  }
  section.hidden = drills.length === 0;
}

void showCityDrills();
