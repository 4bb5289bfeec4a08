import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
];

/** Pages without their code, where square brackets are no links. */
const read = (page: string) =>
  readFileSync(page, 'utf8')
    .replace(/^```[^]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');

const linksIn = (page: string) =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** What a heading is called as the end of an address. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (page: string) =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/^#+ (.+)$/gm)
  ].map(([, heading = '']) => anchorOf(heading));

describe('documents', () => {
  test.each(pages)('every link of %s leads somewhere', (page) => {
    const broken = linksIn(page).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(file)) return true;
      if (anchor === undefined) return false;
      return !statSync(file).isFile() || !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('the links are found, so that the test can fail', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(linksIn('README.md')).toContain('docs/OPERATIONS.md');
    expect(linksIn('docs/OPERATIONS.md')).toContain('#the-nightly-job');
    expect(anchorsOf('docs/OPERATIONS.md')).toContain('sqlite-or-postgresql');
  });

  test('decisions are numbered once', () => {
    const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)].sort());
  });

  test('every npm script that a document names is there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const known = new Set(Object.keys(scripts));
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
