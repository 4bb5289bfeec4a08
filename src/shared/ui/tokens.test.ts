import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const declarations = (css: string) =>
  new Map(
    [...css.matchAll(/(--color-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value])
  );

test('every colour but the paper ground is the design system’s own', () => {
  const ours = declarations(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));
  const file = createRequire(import.meta.url).resolve(
    '@digital-go-jp/design-tokens/dist/tokens.css'
  );
  const theirs = declarations(readFileSync(file, 'utf8'));

  expect(ours.size).toBeGreaterThan(15);
  for (const [name, value] of ours) expect(value, name).toBe(theirs.get(name));
});
