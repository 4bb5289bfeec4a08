import { isClassroom, setClassroom } from './classroom.ts';

/** The switch of 「教室モード」 on its page. */
function wake(place: HTMLElement): void {
  for (const button of place.querySelectorAll<HTMLElement>('[data-classroom-switch]')) {
    button.addEventListener('click', () => {
      setClassroom(button.dataset['classroomSwitch'] === 'on');
      showState(place);
      place.querySelector<HTMLElement>('button:not([hidden])')?.focus();
    });
  }
  showState(place);
}

function showState(place: HTMLElement): void {
  const state = isClassroom() ? 'on' : 'off';
  const said = place.querySelector('[data-classroom-said]');
  const words = place.querySelector<HTMLTemplateElement>(`template[data-classroom-is="${state}"]`);
  if (words) said?.replaceChildren(words.content.cloneNode(true));
  for (const button of place.querySelectorAll<HTMLElement>('[data-classroom-switch]')) {
    button.hidden = button.dataset['classroomSwitch'] === state;
  }
}

const place = document.querySelector<HTMLElement>('[data-classroom-mode]');
if (place) wake(place);
