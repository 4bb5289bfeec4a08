import * as v from 'valibot';
import { signNames } from '#shared/ui/signs/names.ts';

const Sign = v.picklist(signNames);
/** The longest label, in widths of a kanji; a Latin letter is about two thirds of one. */
const LONGEST_LABEL = 22;
const LATIN_WIDTH = 0.65;

function labelWidth(label: string): number {
  const latin = label.match(/[\u0020-\u024f]/g)?.length ?? 0;
  return label.length - latin + latin * LATIN_WIDTH;
}

/** A label inside a drawing: what a real screen shows, short enough to be read at arm's length. */
const Label = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((label) => labelWidth(label) <= LONGEST_LABEL, 'at most 22 kanji or 33 Latin letters'),
  v.regex(/^[^{}[\]|<>]+$/, 'labels in pictures carry no marks')
);
const Index = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where the eye is led: a ring around one thing, a hand on it, or the mark of what is not to be touched. */
const attention = {
  ring: v.optional(Index),
  hand: v.optional(Index),
  no: v.optional(Index)
};

/** A phone's screen seen close: a bar with its name, and one to four things on it, read from the top. */
const ScreenScene = v.strictObject({
  scene: v.literal('screen'),
  sign: v.optional(Sign),
  title: v.optional(Label),
  /**
   * `icons` stand two or three in a row, as keys where they have no sign; everything else stands one
   * below the other.
   */
  items: v.pipe(
    v.array(
      v.strictObject({
        look: v.picklist([
          'row',
          'button',
          'main',
          'text',
          'field',
          'switch-on',
          'switch-off',
          'choice',
          'chosen',
          'mine',
          'theirs',
          'warning',
          'icon'
        ]),
        sign: v.optional(Sign),
        words: v.optional(Label)
      })
    ),
    v.minLength(1),
    v.maxLength(6)
  ),
  ...attention
});

/** A whole phone as one holds it; `key` names the part that matters. */
const PhoneScene = v.strictObject({
  scene: v.literal('phone'),
  face: v.optional(v.picklist(['android', 'iphone', 'kantan'])),
  /** Drawn large on its screen; a dark screen shows nothing. */
  sign: v.optional(Sign),
  words: v.optional(Label),
  dark: v.optional(v.literal(true)),
  key: v.optional(v.picklist(['screen', 'home', 'back', 'power', 'volume', 'charge', 'lens'])),
  hand: v.optional(v.picklist(['tap', 'hold', 'up', 'down', 'left', 'right', 'spread', 'pinch']))
});

/** One to three signs side by side, with a caption each where it helps. */
const ThingsScene = v.strictObject({
  scene: v.literal('things'),
  things: v.pipe(
    v.array(v.strictObject({ sign: Sign, words: v.optional(Label) })),
    v.minLength(1),
    v.maxLength(3)
  ),
  between: v.optional(v.picklist(['arrow', 'plus', 'or'])),
  ...attention
});

/** One or two people, the first may say something. */
const PeopleScene = v.strictObject({
  scene: v.literal('people'),
  people: v.pipe(
    v.array(
      v.picklist(['learner', 'family', 'supporter', 'staff', 'police', 'doctor', 'stranger'])
    ),
    v.minLength(1),
    v.maxLength(2)
  ),
  says: v.optional(Label),
  sign: v.optional(Sign)
});

/** A written line by its number, or another part of the sheet by its name. */
const Spot = v.union([Index, v.picklist(['title', 'sign'])]);

/** A sheet of paper or a page: a heading, written lines, and a sign or a QR code on it. */
const PaperScene = v.strictObject({
  scene: v.literal('paper'),
  title: v.optional(Label),
  lines: v.pipe(v.array(Label), v.maxLength(3)),
  sign: v.optional(Sign),
  ring: v.optional(Spot),
  hand: v.optional(Spot),
  no: v.optional(Spot)
});

export const Scene = v.variant('scene', [
  ScreenScene,
  PhoneScene,
  ThingsScene,
  PeopleScene,
  PaperScene
]);
export type Scene = v.InferOutput<typeof Scene>;

/** A drawing of its own by name, or a scene that is put together from the shared parts. */
export const Picture = v.union([v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)), Scene]);
export type Picture = v.InferOutput<typeof Picture>;
