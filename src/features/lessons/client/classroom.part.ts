import { isClassroom, setClassroom } from './classroom.ts';

/** The switch of 「教室モード」 on its page. */
function wake(place: HTMLElement): void {
  for (const button of partsOf(place, 'switch')) {
    button.addEventListener('click', () => {
      setClassroom(button.dataset['classroomSwitch'] === 'on');
      showState(place);
      partsOf(place, 'switch')
        .find(({ hidden }) => !hidden)
        ?.focus();
    });
  }
  showState(place);
}

function showState(place: HTMLElement): void {
  const state = isClassroom() ? 'on' : 'off';
  for (const words of partsOf(place, 'is')) words.hidden = words.dataset['classroomIs'] !== state;
  for (const button of partsOf(place, 'switch')) {
    button.hidden = button.dataset['classroomSwitch'] === state;
  }
}

function partsOf(place: HTMLElement, name: 'is' | 'switch'): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(`[data-classroom-${name}]`)];
}

const place = document.querySelector<HTMLElement>('[data-classroom-mode]');
if (place) wake(place);
