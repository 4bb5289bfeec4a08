import type { Page } from '@playwright/test';

/** Least sizes in CSS pixels, by where a page is used (QUALITY: eyes and fingers of a person of 75). */
export type Limits = {
  readonly target: number;
  /** A link inside a sentence. */
  readonly inText: number;
  readonly main: number;
  readonly gap: number;
};

type Box = { left: number; top: number; right: number; bottom: number };
type Target = { name: string; box: Box; inText: boolean; main: boolean };

/** Everything that can be touched on the page and is smaller or nearer to another than it may be. */
export async function smallTargets(page: Page, limits: Limits): Promise<string[]> {
  const targets = await page.evaluate(findTargets);
  const found = targets.flatMap(({ name, box, inText, main }) => {
    const height = box.bottom - box.top;
    const least = main ? limits.main : inText ? limits.inText : limits.target;
    return height < least - 0.5 ? [`${name}: ${height.toFixed(1)} high, not ${least}`] : [];
  });
  return [...found, ...tooNear(targets, limits.gap)];
}

function tooNear(targets: readonly Target[], gap: number): string[] {
  const boxes = targets.filter(({ inText }) => !inText);
  return boxes.flatMap(({ name, box }, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const across = Math.max(other.box.left - box.right, box.left - other.box.right);
      const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const apart = Math.max(across, down);
      return apart < gap - 0.5 ? [`${name} | ${other.name}: ${apart.toFixed(1)} apart`] : [];
    })
  );
}

/** Runs in the page. A radio mark or a tick is as large as the row that is its label. */
function findTargets(): Target[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary'
  );
  return [...all].flatMap((element) => {
    if (!element.checkVisibility({ opacityProperty: false, visibilityProperty: true })) return [];
    const choice = element.matches('[type=radio], [type=checkbox]');
    const label = choice ? (element as HTMLInputElement).labels?.[0] : undefined;
    const { left, top, right, bottom } = (label ?? element).getBoundingClientRect();
    if (bottom < 0 || right < 0) return []; // the way past the tools, which shows when it has the focus
    const text = (label ?? element).textContent;
    return [
      {
        name: `${element.localName} ${element.getAttribute('aria-label') ?? text.replace(/\s+/g, '').slice(0, 24)}`,
        box: { left, top, right, bottom },
        inText: getComputedStyle(element).display === 'inline' && element.localName === 'a',
        main: element.matches('.button.main')
      }
    ];
  });
}

/** What the Tab key does on this page, as sentences about what is wrong with it. */
export async function focusTroubles(page: Page, ring: number): Promise<string[]> {
  const { stops, presses } = await page.evaluate(watchFocus);
  for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
  return page.evaluate(readFocus, { stops, ring });
}

type Watched = Window & { focusOrder?: HTMLElement[]; focusSeen?: string[] };

/** Runs in the page. @returns how many elements the Tab key should reach, and how often it is pressed for that */
function watchFocus(): { stops: number; presses: number } {
  const watched = window as Watched;
  watched.focusOrder = [];
  watched.focusSeen = [];
  // From the top, whatever had the focus at first.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  document.addEventListener('focusin', ({ target }) => {
    const element = target as HTMLElement;
    const shown = [element, element.closest('label'), element.parentElement].filter(
      (candidate) => candidate !== null
    );
    const outlines = shown.map((candidate) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
    });
    const label = (element as HTMLInputElement).labels?.[0];
    const style = label ? getComputedStyle(label) : undefined;
    if (style && style.outlineStyle !== 'none') outlines.push(parseFloat(style.outlineWidth));
    const { left, top, right, bottom } = (label ?? element).getBoundingClientRect();
    const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const seen = [element, label].some(
      (part) => part && (part.contains(middle) || middle?.contains(part))
    );
    watched.focusOrder?.push(element);
    watched.focusSeen?.push(`${Math.max(...outlines)} ${seen ? 'seen' : 'hidden'}`);
  });
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not([type=hidden], :disabled), select, textarea, summary, [tabindex="0"]'
    )
  ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const groups = new Set<string>();
  const once = stops.filter((element) => {
    const { type, name } = element as HTMLInputElement;
    if (type !== 'radio') return true;
    const isFirst = !groups.has(name);
    groups.add(name);
    return isFirst; // a group of radio marks is one stop
  });
  // Year, month, day and the calendar's button are stops within one element.
  const inner = once.filter((element) => element.matches('[type=date], [type=time]')).length * 3;
  return { stops: once.length, presses: once.length + inner };
}

/** Runs in the page. */
function readFocus({ stops, ring }: { stops: number; ring: number }): string[] {
  const { focusOrder = [], focusSeen = [] } = window as Watched;
  const nameOf = (element: HTMLElement | undefined) =>
    `${element?.localName} ${element?.getAttribute('aria-label') ?? element?.textContent.replace(/\s+/g, '').slice(0, 24)}`;
  const troubles = focusOrder.flatMap((element, index) => {
    const [outline, sight] = focusSeen[index]?.split(' ') ?? [];
    const before = focusOrder[index - 1];
    const backwards =
      before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [
      ...(Number(outline) < ring ? [`${nameOf(element)}: a ring of ${outline}`] : []),
      ...(sight === 'hidden' ? [`${nameOf(element)}: covered while it has the focus`] : []),
      ...(backwards ? [`${nameOf(element)} after ${nameOf(before)}: against the order`] : [])
    ];
  });
  const reached = new Set(focusOrder).size;
  return reached < stops ? [...troubles, `${reached} of ${stops} stops were reached`] : troubles;
}
