import { passCheck } from '../domain/progress.ts';
import { keepProgress, progressOnDevice } from './progress-view.ts';

/** Says the reply of a chosen answer aloud to a screen reader, and stamps the lesson when all are right. */
export function startCheck(): void {
  const check = document.querySelector<HTMLElement>('[data-check]');
  if (!check) return;

  check.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const said = target.closest('[data-question]')?.querySelector('[data-said]');
    if (said) said.textContent = target.dataset['reply'] ?? '';

    const questions = [...check.querySelectorAll('[data-question]')];
    if (questions.every((question) => question.querySelector('[data-right]:checked'))) {
      finish(check.dataset['check'] ?? '');
    }
  });
}

function finish(slug: string): void {
  keepProgress(passCheck(progressOnDevice(), slug, Date.now()));
  const place = document.querySelector('[data-all-right]');
  const message = place?.querySelector('template');
  if (place && message && place.childElementCount === 1) {
    place.append(message.content.cloneNode(true));
  }
}
