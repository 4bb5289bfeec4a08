/** How far the part of a page that reads aloud is; ReadAloud.svelte names for its pieces where they stand. */
export type VoiceState = 'try' | 'question' | 'tips' | 'closed' | 'read' | 'reading' | 'again';

export function showVoiceState(place: HTMLElement, state: VoiceState): void {
  for (const piece of place.querySelectorAll<HTMLElement>('[data-in]')) {
    piece.hidden = !piece.dataset['in']?.split(' ').includes(state);
  }
}
