import { afterPaint } from '#shared/client/after-paint.ts';
import { dateInWords } from '#shared/time/words.ts';
import { localDateOf } from '#shared/time/instant.ts';
import { mergeMemories } from '../domain/device-memory.ts';
import {
  readResumeCode,
  resumeCodeOf,
  typedGroups,
  type ResumeCodeError
} from '../domain/resume-code.ts';
import { pageLanguage } from './device.ts';
import { keepMemory, memoryOnDevice } from './memory-on-device.ts';

/** The script of /resume: shows this device's code, and takes one that was written on paper. */
function start(): void {
  showOwnCode();
  startTyping();
}

function showOwnCode(): void {
  const memory = memoryOnDevice();
  const hasStamps = Object.keys(memory.progress).length > 0 || memory.practised.length > 0;
  show('[data-slip-none]', !hasStamps);
  show('[data-slip]', hasStamps);
  fillGroups(
    '[data-slip-groups]',
    resumeCodeOf(memory).map((digits) => ({ digits }))
  );
  write('[data-slip-date]', dateInWords(localDateOf(Date.now()), pageLanguage()));
  write('[data-slip-address]', location.host + location.pathname);
}

function startTyping(): void {
  const form = document.querySelector<HTMLFormElement>('[data-resume-form]');
  const field = form?.querySelector('textarea');
  if (!form || !field) return;

  field.addEventListener('input', () => {
    const groups = typedGroups(field.value);
    show('[data-typed]', groups.length > 0);
    fillGroups('[data-typed-groups]', groups);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const read = readResumeCode(field.value);
    field.ariaInvalid = String(!read.ok);
    if (!read.ok) {
      showTrouble(read.error);
      field.focus();
      return;
    }
    keepMemory(mergeMemories(memoryOnDevice(), read.value));
    showOwnCode();
    form.hidden = true;
    show('[data-restored]', true);
    document.querySelector<HTMLElement>('[data-restored] h2')?.focus();
  });
}

function showTrouble(error: ResumeCodeError): void {
  for (const message of document.querySelectorAll<HTMLElement>('[data-trouble]')) {
    message.hidden = message.dataset['trouble'] !== error.type;
  }
  if ('group' in error) write('[data-trouble]:not([hidden]) [data-group]', nameOf(error.group));
  if ('letter' in error) write('[data-trouble]:not([hidden]) [data-letter]', error.letter);
}

/** Groups have letters for names, as in a list on paper, so that nobody takes a name for a digit. */
const GROUP_NAMES = {
  ja: 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ',
  en: 'ABCDEFGHJKLMNPQRSTUVWXYZ'
} as const;

function nameOf(group: number): string {
  return GROUP_NAMES[pageLanguage()].charAt(group);
}

function fillGroups(
  list: string,
  groups: readonly { readonly digits: string; readonly state?: string }[]
): void {
  const place = document.querySelector(list);
  const form = document.querySelector<HTMLTemplateElement>('[data-group-form]');
  if (!place || !form) return;

  place.replaceChildren(
    ...groups.map(({ digits, state }, index) => {
      const group = form.content.cloneNode(true) as DocumentFragment;
      const part = (name: string) => group.querySelector<HTMLElement>(`[data-group-${name}]`);
      const [name, seen, heard] = [part('name'), part('digits'), part('heard')];
      if (name) name.textContent = nameOf(index);
      if (seen) seen.textContent = digits;
      // Digit by digit: not "one thousand and ninety-three".
      if (heard) heard.textContent = Array.from(digits).join(' ');
      const mark = group.querySelector<HTMLElement>(`[data-group-state="${state ?? ''}"]`);
      if (mark) mark.hidden = false;
      return group;
    })
  );
}

function show(place: string, shown: boolean): void {
  const element = document.querySelector<HTMLElement>(place);
  if (element) element.hidden = !shown;
}

function write(place: string, text: string): void {
  const element = document.querySelector(place);
  if (element) element.textContent = text;
}

afterPaint(start);
