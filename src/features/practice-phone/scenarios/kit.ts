import type { SignName } from '#shared/ui/signs/names.ts';
import type { Hint, Part, Place, Screen, Size } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';

/** The short forms in which rehearsals are written; docs/PRACTICE.md tells how. */

/** A text in both languages; the Japanese one with readings. */
export function w(ja: string, en: string): Words {
  return { ja, en };
}

export function is(mark: string, value: string): Condition {
  return { mark, is: value };
}

export function isNot(mark: string, value: string): Condition {
  return { mark, isNot: value };
}

type Leads = {
  readonly to?: string;
  readonly marks?: Record<string, string>;
  readonly when?: Condition[];
};

/** A touch that only leads on; it may say what happened. */
export function way(
  to: string,
  rest: Omit<Leads, 'to'> & { readonly happened?: Words } = {}
): Turn {
  const { happened, ...leads } = rest;
  return { outcome: 'way', to, ...leads, ...(happened && { answer: { happened } }) };
}

/** A touch that changes something on the same screen, such as a switch. */
export function set(marks: Record<string, string>, rest: Omit<Leads, 'marks'> = {}): Turn {
  return { outcome: 'way', marks, ...rest };
}

/** What the exercise asks for, answered with what happened. */
export function right(happened: Words, rest: Leads & { readonly todo?: Words } = {}): Turn {
  const { todo, ...leads } = rest;
  return { outcome: 'right', ...leads, answer: todo ? { happened, todo } : { happened } };
}

/** A turn to learn from, answered with what happened and what to do now. */
export function wrong(happened: Words, todo: Words, rest: Leads = {}): Turn {
  return { outcome: 'wrong', ...rest, answer: { happened, todo } };
}

type PlaceRest = Partial<Omit<Place, 'id' | 'label' | 'look' | 'turns'>>;
type PlaceMaker = (id: string, label: Words, turns: Turn | Turn[], rest?: PlaceRest) => Place;

function placeOf(look: Place['look']): PlaceMaker {
  return (id, label, turns, rest = {}) => ({
    id,
    label,
    look,
    turns: Array.isArray(turns) ? turns : [turns],
    ...rest
  });
}

/** The one button that is meant to be touched. */
export const main = placeOf('main');
/** Any other button. */
export const plain = placeOf('plain');
/** A line of a list. */
export const row = placeOf('row');
/** Words that open something. */
export const link = placeOf('link');
/** A thing in front of the camera or on a counter. */
export const poster = placeOf('poster');
/** A switch that shows by the mark it follows whether it is `on`. */
export const toggle = placeOf('switch');
/** One of several choices; chosen when the mark it follows is `on`. */
export const choice = placeOf('choice');

/** A tool on the home screen. */
export function app(id: string, label: Words, sign: SignName, turns: Turn | Turn[]): Place {
  return { ...placeOf('app')(id, label, turns), sign };
}

export function hint(place: string, where: Words, when?: Condition[]): Hint {
  return when ? { place, where, when } : { place, where };
}

export function text(words: Words, when?: Condition[]): Part {
  return when ? { part: 'text', words, when } : { part: 'text', words };
}

/** Letters as large as they were made. */
export function sized(size: NonNullable<Size>, words: Words, when?: Condition[]): Part {
  return { part: 'text', words, size, ...(when && { when }) };
}

export function strong(words: Words, when?: Condition[]): Part {
  return when ? { part: 'strong', words, when } : { part: 'strong', words };
}

export function note(words: Words, when?: Condition[]): Part {
  return when ? { part: 'note', words, when } : { part: 'note', words };
}

export function mine(words: Words, when?: Condition[]): Part {
  return when ? { part: 'bubble', by: 'mine', words, when } : { part: 'bubble', by: 'mine', words };
}

export function theirs(words: Words, when?: Condition[]): Part {
  return when
    ? { part: 'bubble', by: 'theirs', words, when }
    : { part: 'bubble', by: 'theirs', words };
}

/** The home screen with the tools of an exercise; each is hinted at unless other hints are given. */
export function homeScreen(places: Place[], hints?: Hint[]): Screen {
  return {
    app: 'home',
    title: w('ホームの {画面|がめん}', 'Home screen'),
    places,
    hints:
      hints ??
      places.map(({ id, label }) =>
        hint(id, w(`「${label.ja}」の [絵|え]に ふれます。`, `Touch the picture “${label.en}”.`))
      )
  };
}

/** Where the drawn home button is, in the words of each phone. */
export function homeHints(when: Condition[] = []): Hint[] {
  return [
    hint(
      'frame-home',
      w(
        'スマホの いちばん [下|した]の、よこ[線|せん]の ついた「ホーム」です。',
        'It is “Home” with the line, at the very bottom of the phone.'
      ),
      [is('face', 'iphone'), ...when]
    ),
    hint(
      'frame-home',
      w(
        'スマホの いちばん [下|した]の、[家|いえ]の[絵|え]の 「ホーム」です。',
        'It is “Home” with the house, at the very bottom of the phone.'
      ),
      [is('face', 'kantan'), ...when]
    ),
    hint(
      'frame-home',
      w(
        'スマホの いちばん [下|した]の、○ の「ホーム」です。',
        'It is “Home” with the circle, at the very bottom of the phone.'
      ),
      when
    )
  ];
}

/** Where the drawn back button is, in the words of each phone. */
export function backHints(when: Condition[] = []): Hint[] {
  return [
    hint(
      'frame-back',
      w(
        'スマホの いちばん [上|うえ]の「もどる」です。',
        'It is “Back”, at the very top of the phone.'
      ),
      [is('face', 'iphone'), ...when]
    ),
    hint(
      'frame-back',
      w(
        'スマホの いちばん [下|した]の「もどる」です。',
        'It is “Back”, at the very bottom of the phone.'
      ),
      when
    )
  ];
}

/** Tells what a real phone would have done after a wrong turn, and leads back. */
export function wouldHave(body: Words[], back: string): Screen {
  return {
    app: 'page',
    title: w('{本物|ほんもの}の スマホだったら', 'On a real phone'),
    mood: 'warning',
    back,
    parts: body.map((words) => text(words)),
    places: [main('close', w('とじて もどる', 'Close and go back'), way(back))],
    hints: [
      hint(
        'close',
        w('[下|した]の「とじて もどる」です。', 'It is “Close and go back”, at the bottom.')
      )
    ]
  };
}
