import type { Face } from '../domain/face.ts';

/** What a step's own page shows for one kind of phone, to be shown elsewhere. */
export type ShownStep = {
  readonly lesson: Node | undefined;
  readonly sentence: Node | undefined;
  readonly picture: Node | undefined;
};

/**
 * Reads a step from its own page: the kept one first, so that it is there without a network.
 * @returns `undefined` when the page is neither kept nor to be had.
 */
export async function readStep(path: string, face: Face): Promise<ShownStep | undefined> {
  const answer = (await keptPage(path)) ?? (await fetchPage(path));
  if (!answer) return undefined;

  const page = new DOMParser().parseFromString(withoutStyles(await answer.text()), 'text/html');
  const variant = page.querySelector(`[data-step] [data-faces~="${face}"]`);
  return {
    lesson: copyOf(page.querySelector('[data-lesson-title]')),
    sentence: copyOf(variant?.querySelector('h1')),
    picture: copyOf(variant?.querySelector('.picture'))
  };
}

/** Our security policy refuses styles that are written into a page by a script, even where none is shown. */
function withoutStyles(html: string): string {
  return html.replace(/<style[^]*?<\/style>/g, '');
}

async function keptPage(path: string): Promise<Response | undefined> {
  // Not there on plain http.
  return 'caches' in window ? caches.match(path) : undefined;
}

async function fetchPage(path: string): Promise<Response | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? response : undefined;
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

/** What stands in an element, without the links to what is not on this page. */
function copyOf(element: Element | null | undefined): Node | undefined {
  if (!element) return undefined;
  const copy = document.importNode(element, true);
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const content = new DocumentFragment();
  content.append(...copy.childNodes);
  return content;
}
