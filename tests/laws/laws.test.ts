import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { access } from '#app/server/access.ts';
import { migrations } from '#app/server/migrations.ts';
import en from '#locales/en/index.ts';
import ja from '#locales/ja/index.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

describe('routes', () => {
  const routes = new Set(
    filesBelow('src/routes')
      .filter((file) => /\/\+(page\.svelte|server\.ts)$/.test(file))
      .map((file) => file.slice('src/routes'.length).replace(/\/\+[^/]+$/, '') || '/')
  );

  test('every route says who may ask for it', () => {
    expect([...routes].filter((route) => !(route in access))).toEqual([]);
  });

  test('no right stands for a route that is gone', () => {
    expect(Object.keys(access).filter((route) => !routes.has(route))).toEqual([]);
  });
});

describe('languages', () => {
  type Messages = { readonly [key: string]: string | Messages };
  const keysOf = (messages: Messages, path = ''): string[] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [`${path}${key}`.replace(/_(one|other)$/, '')]
        : keysOf(value, `${path}${key}.`)
    );

  test('Japanese and English say the same things', () => {
    const japanese = new Set(keysOf(ja));
    const english = new Set(keysOf(en));
    expect({
      onlyJapanese: [...japanese].filter((key) => !english.has(key)),
      onlyEnglish: [...english].filter((key) => !japanese.has(key))
    }).toEqual({ onlyJapanese: [], onlyEnglish: [] });
  });

  test('every message asks for the same values in both', () => {
    const valuesOf = (messages: Messages, path = ''): [string, string][] =>
      Object.entries(messages).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [
              [
                `${path}${key}`.replace(/_(one|other)$/, ''),
                [...value.matchAll(/\{\{(\w+)\}\}/g)]
                  .map(([, name]) => name)
                  .sort()
                  .join(' ')
              ] as [string, string]
            ]
          : valuesOf(value, `${path}${key}.`)
      );
    const japanese = new Map(valuesOf(ja));
    const differing = valuesOf(en).filter(
      ([key, values]) => values !== '' && japanese.get(key) !== values
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe('tables', () => {
  const features = readdirSync('src/features');
  const ownerOf = new Map<string, string>();
  for (const feature of features) {
    const file = `src/features/${feature}/server/tables.ts`;
    const declared = existsSync(file)
      ? (/interface Tables \{([^]*?)\n {2}\}/.exec(readFileSync(file, 'utf8'))?.[1] ?? '')
      : '';
    for (const [, table] of declared.matchAll(/^ {4}(\w+):/gm))
      if (table) ownerOf.set(table, feature);
  }

  test('a feature’s queries name its own tables only; reporting may read all', () => {
    expect(ownerOf.size).toBeGreaterThan(15);
    const foreign = features
      .filter((feature) => feature !== 'reporting')
      .flatMap((feature) =>
        filesBelow(`src/features/${feature}`)
          .filter((file) => file.includes('/server/') && !file.endsWith('.test.ts'))
          .flatMap((file) =>
            [
              ...readFileSync(file, 'utf8').matchAll(
                /\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*'(\w+)/g
              )
            ]
              .map(([, table = '']) => ({ file, table, owner: ownerOf.get(table) }))
              .filter(({ owner }) => owner !== undefined && owner !== feature)
          )
      );
    expect(
      foreign.map(({ file, table, owner }) => `Law 1: ${file} reads ${table}, a table of ${owner}`)
    ).toEqual([]);
  });

  test('the numbers of migrations are given once', () => {
    const numbers = Object.keys(migrations).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
