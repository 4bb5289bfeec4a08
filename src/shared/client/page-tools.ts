import { showFurigana } from './furigana.ts';
import {
  chooseFurigana,
  chooseTextSize,
  chosenFurigana,
  chosenTextSize,
  type FuriganaMode,
  isFuriganaMode,
  isTextSize
} from './preferences.ts';

type ShowReadings = (mode: FuriganaMode) => void;

/**
 * Wakes the tools of the page frame: text size and readings. Without a script CSS hides them.
 * A hydrated page passes `showReadings` and draws the readings itself (`setReadings`).
 */
export function startPageTools(
  showReadings: ShowReadings = (mode) => showFurigana(document, mode)
): void {
  const tools = document.querySelector<HTMLElement>('[data-page-tools]');
  if (tools) {
    tools.addEventListener('click', onSizeTouched);
    tools.addEventListener('change', (event) => onFuriganaChosen(event, showReadings));
    showChosen(tools);
  }
  if (chosenFurigana() !== 'hard') showReadings(chosenFurigana());
}

function onSizeTouched(event: Event): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-set-text-size]');
  const size = button?.dataset['setTextSize'];
  if (!isTextSize(size)) return;
  chooseTextSize(size);
  showChosen(event.currentTarget as HTMLElement);
}

function onFuriganaChosen(event: Event, showReadings: ShowReadings): void {
  const { value } = event.target as HTMLSelectElement;
  if (!isFuriganaMode(value)) return;
  chooseFurigana(value);
  showReadings(value);
}

function showChosen(tools: HTMLElement): void {
  for (const button of tools.querySelectorAll<HTMLElement>('[data-set-text-size]')) {
    button.ariaPressed = String(button.dataset['setTextSize'] === chosenTextSize());
  }
  const select = tools.querySelector<HTMLSelectElement>('[data-set-furigana]');
  if (select) select.value = chosenFurigana();
}
