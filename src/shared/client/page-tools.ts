import { showFurigana } from './furigana.ts';
import { isLoanDevice } from './loan-mark.ts';
import {
  chooseFurigana,
  chooseTextSize,
  chosenFurigana,
  chosenTextSize,
  type FuriganaMode,
  isFuriganaMode,
  isTextSize,
  type TextSize
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
  if (isLoanDevice()) startLoanDevice();
}

/** The page names the script that only phones for lending run (`PageFrame.svelte`). */
function startLoanDevice(): void {
  const page = document.querySelector<HTMLElement>('[data-loan-script]');
  if (page) void import(/* @vite-ignore */ page.dataset['loanScript'] ?? '');
}

/** Letters of this size, and the tool says so. */
export function applyTextSize(size: TextSize): void {
  chooseTextSize(size);
  const tools = document.querySelector<HTMLElement>('[data-page-tools]');
  if (tools) showChosen(tools);
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
