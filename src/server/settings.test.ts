import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings', () => {
  test('an empty environment serves this computer from SQLite', () => {
    expect(readSettings({})).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        origin: 'http://localhost:3000',
        databaseUrl: undefined,
        demo: false
      }
    });
  });

  test.each([
    ['a port that is no number', { PORT: 'abc' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a public address without https', { HOST: '0.0.0.0' }, 'ORIGIN'],
    [
      'a public address with a plain origin',
      { HOST: '0.0.0.0', ORIGIN: 'http://engawa.example.jp' },
      'ORIGIN'
    ],
    ['an origin with a path', { ORIGIN: 'https://engawa.example.jp/app' }, 'ORIGIN'],
    ['an origin that is no address', { ORIGIN: 'engawa' }, 'ORIGIN'],
    ['another database', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [
      'demonstration data in a real database',
      { DEMO: '1', DATABASE_URL: 'postgres://x/y' },
      'DEMO'
    ],
    [
      'demonstration data for everyone',
      { DEMO: '1', HOST: '0.0.0.0', ORIGIN: 'https://a.example' },
      'DEMO'
    ],
    [
      'demonstration data behind a web server for everyone',
      { DEMO: '1', ORIGIN: 'https://a.example' },
      'DEMO'
    ],
    ['a proxy that is neither yes nor no', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    ['a city outside its folder', { CITY: '../secret' }, 'CITY'],
    ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL']
  ])('%s stops the start with a sentence', (_, env, setting) => {
    const settings = readSettings(env);
    expect(settings).toMatchObject({ ok: false, error: { setting } });
    if (!settings.ok) expect(settings.error.sentence).toMatch(/\.$/);
  });

  test('a public address with https is served', () => {
    expect(readSettings({ HOST: '0.0.0.0', ORIGIN: 'https://engawa.example.jp/' })).toMatchObject({
      ok: true,
      value: { origin: 'https://engawa.example.jp' }
    });
  });
});
