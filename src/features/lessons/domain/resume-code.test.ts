import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitOf } from './check-digit.ts';
import type { DeviceMemory } from './device-memory.ts';
import { faces } from './face.ts';
import { openStep, passCheck, placeToGoOn, stampOf, type Progress } from './progress.ts';
import { readResumeCode, resumeCodeOf, typedGroups } from './resume-code.ts';
import { newestVersion } from './resume-row.ts';

const { lessons, textSizes } = newestVersion.version;
const nothing: DeviceMemory = {
  progress: {},
  practised: [],
  face: undefined,
  textSize: undefined
};

const anyLesson = fc.record({
  step: fc.integer({ min: 1, max: 8 }),
  readToEnd: fc.boolean(),
  checked: fc.boolean(),
  at: fc.integer({ min: 0, max: 2_000_000_000_000 })
});
const anyMemory: fc.Arbitrary<DeviceMemory> = fc.record({
  progress: fc.dictionary(fc.constantFrom(...lessons, '3-9'), anyLesson, { maxKeys: 44 }),
  practised: fc.uniqueArray(fc.constantFrom(...lessons)),
  face: fc.constantFrom(...faces, undefined),
  textSize: fc.constantFrom(...textSizes, undefined)
});

/** What a code is there to keep. */
function kept({ progress, practised, face, textSize }: DeviceMemory) {
  const stamps = lessons.map((slug) => stampOf(progress[slug])).map((stamp) => stamp ?? 'begun');
  const place = placeToGoOn(progress);
  return {
    stamps,
    practised: lessons.filter((slug) => practised.includes(slug)),
    place: place && lessons.includes(place.slug) ? place : undefined,
    face,
    textSize
  };
}

describe('a code', () => {
  test('brings back what it was made of', () => {
    fc.assert(
      fc.property(anyMemory, (memory) => {
        const read = readResumeCode(resumeCodeOf(memory).join(' '));
        expect(read.ok && kept(read.value)).toEqual(kept(memory));
      })
    );
  });

  test('with any one digit wrong is refused, and the group is named', () => {
    fc.assert(
      fc.property(anyMemory, fc.nat(), fc.integer({ min: 1, max: 9 }), (memory, where, more) => {
        const digits = resumeCodeOf(memory).join('');
        const at = where % digits.length;
        const wrong = String((Number(digits[at]) + more) % 10);
        const typed = digits.slice(0, at) + wrong + digits.slice(at + 1);
        expect(readResumeCode(typed)).toEqual({
          ok: false,
          error: { type: 'group', group: Math.floor(at / 4) }
        });
      })
    );
  });

  test('with any two neighbours swapped is refused', () => {
    fc.assert(
      fc.property(anyMemory, fc.nat(), (memory, where) => {
        const digits = resumeCodeOf(memory).join('');
        const at = where % (digits.length - 1);
        const [one = '', other = ''] = digits.slice(at);
        fc.pre(one !== other);
        const typed = digits.slice(0, at) + other + one + digits.slice(at + 2);
        expect(readResumeCode(typed)).toMatchObject({ ok: false, error: { type: 'group' } });
      })
    );
  });

  test('with two neighbouring groups exchanged is refused', () => {
    fc.assert(
      fc.property(anyMemory, fc.nat(), (memory, where) => {
        const groups = resumeCodeOf(memory);
        fc.pre(groups.length > 1);
        const at = where % (groups.length - 1);
        const [one = '', other = ''] = groups.slice(at);
        const typed = [...groups.slice(0, at), other, one, ...groups.slice(at + 2)];
        expect(readResumeCode(typed.join('')).ok).toBe(false);
      })
    );
  });

  test('with a digit missing says in which group, where it was written in groups', () => {
    fc.assert(
      fc.property(anyMemory, fc.nat(), (memory, where) => {
        const groups = resumeCodeOf(memory);
        fc.pre(groups.length > 1);
        const at = where % groups.length;
        const typed = groups.map((group, place) => (place === at ? group.slice(1) : group));
        expect(readResumeCode(typed.join(' '))).toEqual({
          ok: false,
          error: { type: 'count', group: at }
        });
      })
    );
  });

  test('is never read out of what was not on a slip: typing anything does not throw', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          digits.map((list) => list.join(''))
        ),
        (typed) => {
          const read = readResumeCode(typed);
          if (!read.ok) return;
          expect(resumeCodeOf(read.value).join('')).toBe(
            typedGroups(typed)
              .map((g) => g.digits)
              .join('')
          );
        }
      )
    );
  });
});

test('every group notices one wrong digit and one swap, at every place of a code', () => {
  for (let start = 0; start < 10; start++) {
    for (let number = 0; number < 1000; number++) {
      const data = String(number).padStart(3, '0');
      const group = data + checkDigitOf(data, start);
      for (let at = 0; at < 4; at++) {
        for (let digit = 0; digit < 10; digit++) {
          const typed = group.slice(0, at) + String(digit) + group.slice(at + 1);
          if (typed !== group && isRight(typed, start)) expect.unreachable(`${group} ${typed}`);
        }
        const swapped =
          group.slice(0, at) +
          group
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          group.slice(at + 2);
        if (swapped !== group && isRight(swapped, start)) expect.unreachable(`${group} ${swapped}`);
      }
    }
  }
});

function isRight(group: string, start: number): boolean {
  return checkDigitOf(group.slice(0, 3), start) === group[3];
}

describe('typing is forgiving', () => {
  const memory = { ...nothing, progress: passCheck({}, '0-1', 1), face: 'kantan' } as const;
  const [one = '', two = '', three = ''] = resumeCodeOf(memory);
  const inWidth = (text: string) =>
    text.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
  const inKanji = (text: string) =>
    text.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

  test.each([
    ['with spaces', `${one} ${two} ${three}`],
    ['without', one + two + three],
    ['with dashes of every kind', `${one}-${two}ー${three}`],
    ['on several lines, with spaces around', `  ${one}\n${two}\u3000\n${three} `],
    ['in full width', inWidth(`${one}\u3000${two}\u3000${three}`)],
    ['in Kanji numerals', inKanji(`${one}、${two}、${three}`)],
    [
      'with letters that look like 0 and 1',
      `${one} ${two} ${three}`.replaceAll('0', 'O').replaceAll('1', 'l')
    ],
    ['with points between', `${one}・${two}.${three}`],
    ['with an invisible mark from copying', `\u200E${one} ${two} ${three}\u200B`]
  ])('%s', (_, typed) => {
    expect(readResumeCode(typed)).toEqual(readResumeCode(one + two + three));
    expect(readResumeCode(typed).ok).toBe(true);
  });

  test.each([
    ['nothing', '', { type: 'empty' }],
    ['only spaces', ' \u3000\n', { type: 'empty' }],
    ['a letter', `${one} あ${two}`, { type: 'not-a-digit', letter: 'あ' }],
    ['an open last group', `${one}${two}${three.slice(0, 2)}`, { type: 'count', group: 2 }],
    [
      'a wrong group before an open one',
      `${one} 0000 ${three.slice(0, 2)}`,
      { type: 'group', group: 1 }
    ],
    ['a group twice', `${one}${one}${two}${three}`, { type: 'group', group: 1 }],
    ['the last group left out', `${one}${two}`, { type: 'whole' }],
    ['the code of a version that is not known yet', grouped('94123'), { type: 'newer-version' }]
  ])('%s is refused and named', (_, typed, error) => {
    expect(readResumeCode(typed)).toEqual({ ok: false, error });
  });

  test('what is typed so far is shown in its groups', () => {
    expect(typedGroups(`${one}${two.slice(0, 3)}`)).toEqual([
      { digits: one, state: 'right' },
      { digits: two.slice(0, 3), state: 'open' }
    ]);
    expect(typedGroups(two)).toEqual([{ digits: two, state: 'wrong' }]);
    expect(typedGroups('')).toEqual([]);
  });
});

/** Version and memory as a slip would show them. */
function grouped(versionAndMemory: string): string {
  const count = (versionAndMemory.length + 1) / 3;
  const check = checkDigitOf(versionAndMemory, count % 10);
  const data = versionAndMemory.slice(0, 1) + check + versionAndMemory.slice(1);
  return (data.match(/.{3}/g) ?? [])
    .map((group, place) => group + checkDigitOf(group, place % 10))
    .join(' ');
}

test('slips that are on paper already are read for ever', () => {
  const read = readResumeCode('1093 7785 9770 6119');
  expect(read.ok && kept(read.value)).toEqual(
    kept({
      progress: openStep(
        lessons.slice(0, 10).reduce<Progress>((progress, slug) => passCheck(progress, slug, 1), {}),
        '1-5',
        4,
        2
      ),
      practised: lessons.slice(0, 10),
      face: 'android',
      textSize: '26'
    })
  );
});

describe('how long a code is', () => {
  const done = (count: number): DeviceMemory => {
    const slugs = lessons.slice(0, count);
    let progress: Progress = {};
    for (const [index, slug] of slugs.entries()) progress = passCheck(progress, slug, index + 1);
    return { progress, practised: slugs, face: 'android', textSize: '26' };
  };
  const onTheWay = (memory: DeviceMemory, slug: string): DeviceMemory => ({
    ...memory,
    progress: openStep(memory.progress, slug, 4, 1_000_000)
  });
  /** Read, rehearsed or finished as it came: every third lesson not to its end. */
  const mixed = (count: number): DeviceMemory => {
    const { progress, ...rest } = done(count);
    return {
      ...rest,
      progress: Object.fromEntries(
        Object.entries(progress).map(([slug, lesson], index) => [
          slug,
          { ...lesson, checked: index % 3 !== 2 }
        ])
      ),
      practised: rest.practised.filter((_, index) => index % 2 === 0)
    };
  };

  test.each([
    ['nothing yet', nothing, 1],
    ['nothing but a phone and a size chosen', done(0), 2],
    ['3 lessons done, a fourth begun', onTheWay(done(3), '0-3'), 4],
    ['3 lessons, each otherwise', onTheWay(mixed(3), '0-3'), 4],
    ['10 lessons done, one more begun', onTheWay(done(10), '1-5'), 4],
    ['10 lessons, each otherwise', onTheWay(mixed(10), '1-5'), 7],
    ['all 43 done', done(43), 2],
    ['all 43, each otherwise', mixed(43), 12]
  ])('%s', (_, memory, groups) => {
    expect(resumeCodeOf(memory)).toHaveLength(groups);
  });
  test('never more than 17 groups', () => {
    fc.assert(
      fc.property(anyMemory, (memory) => {
        expect(resumeCodeOf(memory).length).toBeLessThanOrEqual(17);
      })
    );
  });
});
