import type ja from './ja/index.ts';

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}`
  ? Base
  : Key;

type PathsOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${PathsOf<Node[Key]>}`;
}[keyof Node & string];

export type Messages = { readonly [key: string]: string | Messages };

/** `feature.screen.element`, e.g. `attendance.roster.title`: a mistyped key does not compile. */
export type MessageKey = PathsOf<typeof ja>;
