import { SLIP_FORGIVEN_PX } from '../domain/finger.ts';
import type { Input } from '../domain/phone-state.ts';

/** A page moved by more than this under the finger was being scrolled, not touched. */
const PAGE_MOVED_PX = 8;

/** Browsers send `click` after a finger or a mouse too; one that follows this soon is theirs. */
const CLICK_FOLLOWS_MS = 400;

type Options = {
  readonly send: (input: Input) => void;
  /** How long a finger may stay down before the phone is told to look again; none = never. */
  readonly waitMs: () => number | undefined;
};

/**
 * Turns fingers, mouse, keys and switches on the drawn phone into its inputs. Places are elements with
 * `data-place`; distances count from the corner of the element with `data-screen`.
 *
 * Touch events are used for fingers, not pointer events: a browser ends a pointer as soon as it
 * thinks of scrolling, which would lose the touch of a trembling hand.
 *
 * @returns a function that takes all listeners away.
 */
export function watchTouches(phone: HTMLElement, options: Options): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const watch = new TouchWatch(phone, options);

  phone.addEventListener('touchstart', watch.touchStart, { signal, passive: true });
  phone.addEventListener('touchmove', watch.touchMove, { signal, passive: true });
  phone.addEventListener('touchend', watch.touchEnd, { signal, passive: false });
  phone.addEventListener('touchcancel', watch.cancel, { signal });
  phone.addEventListener('pointerdown', watch.pointerDown, { signal });
  window.addEventListener('pointermove', watch.pointerMove, { signal });
  window.addEventListener('pointerup', watch.pointerUp, { signal });
  phone.addEventListener('click', watch.click, { signal });
  phone.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return () => {
    watch.stop();
    listening.abort();
  };
}

class TouchWatch {
  readonly #phone: HTMLElement;
  readonly #options: Options;
  #finger: number | 'mouse' | undefined;
  #origin = { left: 0, top: 0, scroll: 0 };
  #start = { left: 0, top: 0 };
  #endedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(phone: HTMLElement, options: Options) {
    this.#phone = phone;
    this.#options = options;
  }

  readonly touchStart = (event: TouchEvent): void => {
    const touch = event.changedTouches[0];
    if (!touch || isTypedInto(event.target)) return;
    const pointers = event.touches.length;
    if (this.#finger === undefined) {
      this.#finger = touch.identifier;
      this.#press(event, touch, pointers);
      return;
    }
    const at = event.timeStamp;
    const spreadPx = spreadOf(event);
    this.#options.send({ type: 'press', ...this.#within(touch), at, pointers, spreadPx });
  };

  readonly touchMove = (event: TouchEvent): void => {
    const touch =
      this.#ownTouch(event) ?? (event.touches.length > 1 ? this.#heldTouch(event) : undefined);
    if (touch) this.#slide(event, touch, spreadOf(event));
  };

  readonly touchEnd = (event: TouchEvent): void => {
    const touch = this.#ownTouch(event);
    if (!touch) return;
    if (event.cancelable) event.preventDefault();
    this.#slide(event, touch);
    this.#finish(event);

    const { left, top } = this.#start;
    const travelled = Math.hypot(touch.clientX - left, touch.clientY - top);
    if (travelled <= SLIP_FORGIVEN_PX) this.#letGo(event);
    else afterNextFrame(() => this.#letGo(event));
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.button !== 0 || isTypedInto(event.target)) return;
    this.#finger = 'mouse';
    this.#press(event, event, 1);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (this.#finger === 'mouse') this.#slide(event, event);
  };

  readonly pointerUp = (event: PointerEvent): void => {
    if (this.#finger !== 'mouse') return;
    this.#finish(event);
    this.#options.send({ type: 'release', at: event.timeStamp });
  };

  readonly cancel = (event: Event): void => {
    if (this.#finger === undefined) return;
    this.#finish(event);
    this.#options.send({ type: 'cancel' });
  };

  /** What no finger and no mouse caused comes from a key, a switch or a screen reader. */
  readonly click = (event: MouseEvent): void => {
    const { timeStamp: at } = event;
    const place = placeOf(event.target);
    if (place === undefined || at - this.#endedAt < CLICK_FOLLOWS_MS) return;
    this.#options.send({ type: 'press', place, x: 0, y: 0, at, pointers: 1, byKey: true });
    this.#options.send({ type: 'release', at });
  };

  stop(): void {
    clearTimeout(this.#timer);
  }

  #press({ target, timeStamp: at }: Event, point: Point, pointers: number): void {
    const corner = this.#phone.querySelector('[data-screen]')?.getBoundingClientRect();
    this.#origin = { left: corner?.left ?? 0, top: corner?.top ?? 0, scroll: scrollY };
    this.#start = { left: point.clientX, top: point.clientY };

    const { send, waitMs } = this.#options;
    send({ type: 'press', place: placeOf(target), ...this.#within(point), at, pointers });
    const wait = waitMs();
    if (wait === undefined) return;
    this.#timer = setTimeout(() => send({ type: 'wait', at: at + wait }), wait);
  }

  #slide({ timeStamp: at }: Event, point: Point, spreadPx?: number): void {
    this.#options.send({ type: 'slide', ...this.#within(point), at, spreadPx });
  }

  #finish({ timeStamp }: Event): void {
    this.stop();
    this.#finger = undefined;
    this.#endedAt = timeStamp;
  }

  #letGo({ timeStamp: at }: Event): void {
    const moved = Math.abs(scrollY - this.#origin.scroll) > PAGE_MOVED_PX;
    this.#options.send(moved ? { type: 'cancel' } : { type: 'release', at });
  }

  #within({ clientX, clientY }: Point): { readonly x: number; readonly y: number } {
    return { x: clientX - this.#origin.left, y: clientY - this.#origin.top };
  }

  #ownTouch(event: TouchEvent): Touch | undefined {
    return [...event.changedTouches].find(({ identifier }) => identifier === this.#finger);
  }

  /** The first finger where only the second one moved. */
  #heldTouch(event: TouchEvent): Touch | undefined {
    return [...event.touches].find(({ identifier }) => identifier === this.#finger);
  }
}

/** How far apart two fingers are; `undefined` for one. */
function spreadOf({ touches: [one, other] }: TouchEvent): number | undefined {
  if (!one || !other) return undefined;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** A page that scrolls says how far it got with the next frame, which may follow the finger's end. */
function afterNextFrame(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

type Point = { readonly clientX: number; readonly clientY: number };

function placeOf(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-place]')?.dataset['place']
    : undefined;
}

/** A line to type on, and its button, belong to the browser. */
function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('form') !== null;
}
