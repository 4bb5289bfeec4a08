import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { settingsFor } from '#tests/support/smtp.ts';
import { openMailer } from './mailer.ts';

const mail = { id: 'one', to: 'ha..na.@docomo.ne.jp', subject: 'x', text: 'y' };

/** A server that takes everything, and keeps the lines it was told. */
async function listener(greeting: string) {
  const lines: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    socket.on('error', () => undefined);
    if (greeting !== '') socket.write(`${greeting}\r\n`);
    socket.on('data', (part) => {
      for (const line of part.toString().split('\r\n').slice(0, -1)) {
        lines.push(line);
        if (isData && line !== '.') continue;
        isData = line === 'DATA';
        socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { lines, server, settings: settingsFor((server.address() as AddressInfo).port) };
}

test('an address with dots in unusual places is spelled as the protocol wants it', async () => {
  const { lines, server, settings } = await listener('220 hello');
  expect(await openMailer(settings).send(mail)).toEqual({ ok: true, value: undefined });
  expect(lines).toContain('RCPT TO:<"ha..na."@docomo.ne.jp>');
  expect(lines).toContain('MAIL FROM:<engawa@city.example.jp>');
  server.close();
});

test('a server that says nothing is left after the time that was set', async () => {
  const { server, settings } = await listener('');
  const begun = performance.now();
  const answer = await openMailer(settings, { longestSendingMs: 300 }).send(mail);
  expect(answer).toMatchObject({ ok: false });
  expect(performance.now() - begun).toBeLessThan(3000);
  server.close();
});
