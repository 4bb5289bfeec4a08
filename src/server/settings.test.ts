import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const mailBy = (url: string, from = 'Engawa <engawa@city.example.jp>') => ({
  SMTP_URL: url,
  MAIL_FROM: from
});

describe('settings', () => {
  test('an empty environment serves this computer from SQLite', () => {
    expect(readSettings({})).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        origin: 'http://localhost:3000',
        databaseUrl: undefined,
        demo: false,
        mail: undefined
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
    ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a sender without a server', { MAIL_FROM: 'a@example.jp' }, 'SMTP_URL'],
    ['a server without a sender', { SMTP_URL: 'smtp://mail.example.jp' }, 'MAIL_FROM'],
    ['a mail server by another protocol', mailBy('https://mail.example.jp'), 'SMTP_URL'],
    ['a mail server without a name', mailBy('smtp://'), 'SMTP_URL'],
    ['a mail server with more behind it', mailBy('smtp://mail.example.jp?pool=1'), 'SMTP_URL'],
    ['a % that stands for nothing', mailBy('smtp://a:1%x@mail.example.jp'), 'SMTP_URL'],
    ['a sender that is no address', mailBy('smtp://mail.example.jp', 'engawa'), 'MAIL_FROM'],
    [
      'a sender with a line of a header',
      mailBy('smtp://mail.example.jp', 'x\r\nBcc: a <b@example.jp>, <c@example.jp>'),
      'MAIL_FROM'
    ],
    ['mail from a demonstration', { ...mailBy('smtp://mail.example.jp'), DEMO: '1' }, 'SMTP_URL']
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

  test.each([
    [
      'smtp://mail.example.jp',
      { host: 'mail.example.jp', port: 587, secure: false, login: undefined }
    ],
    ['smtps://mail.example.jp', { port: 465, secure: true }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
    ['smtp://a%40b:p%2Fw@mail.example.jp', { login: { user: 'a@b', pass: 'p/w' } }]
  ])('mail goes through %s', (url, mail) => {
    expect(readSettings(mailBy(url))).toMatchObject({ ok: true, value: { mail } });
  });

  test('the sender has a name or none', () => {
    const fromOf = (from: string) => readSettings(mailBy('smtp://mail.example.jp', from));
    expect(fromOf('スマホの縁側 <engawa@city.example.jp>')).toMatchObject({
      value: { mail: { from: { name: 'スマホの縁側', address: 'engawa@city.example.jp' } } }
    });
    expect(fromOf('engawa@city.example.jp')).toMatchObject({
      value: { mail: { from: { name: '', address: 'engawa@city.example.jp' } } }
    });
  });
});
