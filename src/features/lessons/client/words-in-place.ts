/** Opens a word's explanation under its sentence, and closes it again, without leaving the place. */
export function startWordsInPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-word]')) {
    const note = document.getElementById(`word-${link.dataset['word'] ?? ''}`);
    if (!note) continue;

    const show = (open: boolean) => {
      note.toggleAttribute('data-open', open);
      link.ariaExpanded = String(open);
    };
    link.role = 'button';
    link.setAttribute('aria-controls', note.id);
    show(false);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(!note.hasAttribute('data-open'));
      if (note.hasAttribute('data-open')) note.scrollIntoView({ block: 'nearest' });
    });
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      link.click();
    });
    const close = (event: Event) => {
      event.preventDefault();
      show(false);
      link.focus();
    };
    note.querySelector('[data-word-close]')?.addEventListener('click', close);
    for (const place of [note, link]) {
      place.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && note.hasAttribute('data-open')) close(event);
      });
    }
  }
}
