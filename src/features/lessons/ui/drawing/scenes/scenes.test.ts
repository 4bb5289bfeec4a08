import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Scene } from '../../../domain/picture.ts';
import Picture from '../Picture.svelte';
import { fitLabel, linesAt, widthOf } from './label.ts';
import { layOutScreen, type ScreenItem, type ScreenScene } from './screen-layout.ts';

const longest = {
  Japanese: '画面右上の歯車の印から設定をひらいて進みます',
  English: 'Open the settings to make all ok.',
  'a language of capitals': 'WWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMM'
};
const looks = [
  ...(['row', 'button', 'main', 'text', 'field', 'switch-on', 'switch-off'] as const),
  ...(['choice', 'chosen', 'mine', 'theirs', 'warning', 'icon'] as const)
];

/** Every kind of scene with its longest words wherever it takes words. */
function scenesFull(words: string): Scene[] {
  const six = (look: ScreenItem['look']) =>
    Array.from({ length: 6 }, () => ({ look, words, sign: 'bell' }) as const);
  return [
    ...looks.map((look) => ({
      ...({ scene: 'screen', sign: 'letter', title: words } as const),
      ...{ items: six(look), ring: 1, hand: 2, no: 3 }
    })),
    ...(['android', 'iphone', 'kantan'] as const).map((face) => ({
      ...({ scene: 'phone', face, sign: 'lock', words, key: 'screen', hand: 'tap' } as const)
    })),
    { scene: 'phone', words },
    ...[1, 2, 3].map((count) => ({
      scene: 'things' as const,
      things: Array.from({ length: count }, () => ({ sign: 'box', words }) as const),
      between: 'arrow' as const,
      hand: 0
    })),
    { scene: 'people', people: ['learner'], says: words, sign: 'box' },
    { scene: 'people', people: ['learner', 'stranger'], says: words, sign: 'box' },
    { scene: 'paper', title: words, lines: [words, words, words], sign: 'seal', no: 1, hand: 2 },
    { scene: 'paper', title: words, lines: [], sign: 'qr-code', ring: 'title', hand: 'sign' }
  ];
}

type Line = { readonly text: string; readonly left: number; readonly right: number } & {
  readonly top: number;
  readonly bottom: number;
};

/** Every written line of a drawing, as large as its letters are. */
function linesOf(drawing: string): Line[] {
  const labels = /<g[^>]*font-size="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>(.*?)<\/g>/gs;
  return [...drawing.matchAll(labels)].flatMap(([, size = '', anchor, inner = '']) =>
    [...inner.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)">([^<]*)<\/text>/g)].map(
      ([, x = '', y = '', text = '']) => {
        const width = widthOf(text) * Number(size);
        const left = Number(x) - (anchor === 'middle' ? width / 2 : 0);
        const top = Number(y) - Number(size) * 0.86;
        return { text, left, right: left + width, top, bottom: top + Number(size) };
      }
    )
  );
}

function meet(one: Line, other: Line): boolean {
  const apart = 0.5;
  return (
    one.left < other.right - apart &&
    other.left < one.right - apart &&
    one.top < other.bottom - apart &&
    other.top < one.bottom - apart
  );
}

describe.each(Object.entries(longest))('with the longest words in %s', (_, words) => {
  test.each(scenesFull(words).map((scene) => [JSON.stringify(scene).slice(0, 90), scene] as const))(
    'all of them stay in the picture and beside each other: %s',
    (_name, scene) => {
      expect(v.safeParse(Scene, scene).issues).toBeUndefined();
      const lines = linesOf(render(Picture, { props: { picture: scene, alt: '' } }).body);

      const written = lines.map(({ text }) => text.replaceAll(' ', '')).join('');
      expect(written).toContain(words.replaceAll(' ', ''));
      for (const line of lines) {
        expect(line.left, line.text).toBeGreaterThanOrEqual(0);
        expect(line.right, line.text).toBeLessThanOrEqual(320);
        expect(line.top, line.text).toBeGreaterThanOrEqual(0);
        expect(line.bottom, line.text).toBeLessThanOrEqual(240);
      }
      const meeting = lines.flatMap((one, at) =>
        lines.slice(at + 1).filter((other) => meet(one, other))
      );
      expect(meeting).toEqual([]);
    }
  );
});

describe('labels', () => {
  test('break where a reader pauses', () => {
    const broken = (text: string) => linesAt(text, 1, widthOf(text) * 0.7, 2);
    expect(broken('お名前を 入れてください')).toEqual(['お名前を', '入れてください']);
    expect(broken('画面の明るさと文字')).toEqual(['画面の', '明るさと文字']);
    expect(broken('インターネット')).toEqual(['インター', 'ネット']);
    expect(broken('いいえ、とじる')).toEqual(['いいえ、', 'とじる']);
    expect(broken('Turn it on')).toEqual(['Turn', 'it on']);
  });

  test('stay on one line unless a second makes them clearly larger', () => {
    expect(fitLabel('カメラ', { width: 80, height: 60, largest: 24 })).toEqual({
      lines: ['カメラ'],
      size: 24
    });
    expect(fitLabel('機内モードにする', { width: 80, height: 60, largest: 24 }).lines).toHaveLength(
      2
    );
  });

  test('are never set where they do not fit', () => {
    expect(linesAt('WWWWWWWWWWWWWWWWWWWWWW', 20, 100, 3)).toBeUndefined();
  });
});

test('a few things on a screen have letters of twenty units and more', () => {
  const items = ['row', 'switch-on', 'main'] as const;
  const scene: ScreenScene = {
    ...{ scene: 'screen', title: '設定' },
    items: items.map((look) => ({ look, words: 'ネットワーク' }))
  };
  const placed = layOutScreen(scene, { x: 31, y: 59, width: 258, height: 172 });
  for (const { letters } of placed) expect(letters).toBeGreaterThanOrEqual(20);
});

test('a key has its letters on it', () => {
  const keys = ['あ', 'か', '?123'].map((words) => ({ look: 'icon', words }) as const);
  const scene: ScreenScene = { scene: 'screen', items: [{ look: 'field' }, ...keys] };
  const lines = linesOf(render(Picture, { props: { picture: scene, alt: '' } }).body);
  const [, ...tiles] = layOutScreen(scene, { x: 31, y: 22, width: 258, height: 209 });

  expect(lines.map(({ text }) => text)).toEqual(['あ', 'か', '?123']);
  for (const [index, { left, right, top, bottom }] of lines.entries()) {
    const tile = tiles[index]!.sign!;
    expect(left).toBeGreaterThan(tile.x);
    expect(right).toBeLessThan(tile.x + tile.width);
    expect(top).toBeGreaterThan(tile.y);
    expect(bottom).toBeLessThan(tile.y + tile.height);
  }
});

describe('on a card', () => {
  const drawn = (scene: Scene) =>
    render(Picture, { props: { picture: scene, alt: '', card: true } }).body;

  test('signs and faces are large and without words', () => {
    const things = drawn({ scene: 'things', things: [{ sign: 'bell', words: 'Bell' }], hand: 0 });
    expect(things).toContain('viewBox="0 0 200 200"');
    expect(linesOf(things)).toEqual([]);
    const people = drawn({ scene: 'people', people: ['learner', 'family'], says: 'Hello' });
    expect(linesOf(people)).toEqual([]);
  });
});

test('the examples for who writes lessons can be copied as they stand', () => {
  const guide = readFileSync('docs/ADDING-A-LESSON.md', 'utf8');
  const examples = [...guide.matchAll(/```json\n("picture": \{.*?)\n```/gs)].map(
    ([, example = '']) => (JSON.parse(`{${example}}`) as { picture: unknown }).picture
  );
  const kinds = examples.map((example) => v.parse(Scene, example).scene);
  expect(kinds.sort()).toEqual(['paper', 'people', 'phone', 'screen', 'things']);
});
