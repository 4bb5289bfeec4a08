import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import type { MailSettings } from '#server/settings.ts';

/** A mail as it came over the wire, read as a mail programme reads it. */
export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  /** Names in small letters; one name twice has both values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly raw: string;
};

/** What the server answers; a number is an answer of that class, `undefined` takes the mail. */
export type SmtpManner = {
  sender?: () => number | undefined;
  recipient?: (address: string) => number | undefined;
  data?: () => number | undefined;
  /** Waits so long before it answers to a whole mail. */
  delayMs?: number;
  /** Sign-ins that are right; without it nobody signs in. */
  login?: { readonly user: string; readonly pass: string };
};

/** A real mail server on this computer. `manner` may be changed while it runs. */
export async function startSmtp(manner: SmtpManner = {}) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: !manner.login,
    onAuth: ({ username, password }, _, done) => {
      const isRight = username === manner.login?.user && password === manner.login?.pass;
      if (isRight) done(null, { user: username });
      else done(refusal(535));
    },
    onMailFrom: (_, __, done) => done(refusal(manner.sender?.())),
    onRcptTo: ({ address }: SMTPServerAddress, _, done) =>
      done(refusal(manner.recipient?.(address))),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const code = manner.data?.();
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        if (code === undefined) received.push(read(from, to, Buffer.concat(parts).toString()));
        setTimeout(() => done(refusal(code)), manner.delayMs ?? 0);
      });
    }
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    manner,
    received,
    settings: settingsFor(port),
    close: () => new Promise<void>((resolve) => server.close(() => resolve()))
  };
}

export function settingsFor(port: number, login?: SmtpManner['login']): MailSettings {
  return {
    ...{ host: '127.0.0.1', port, secure: false, login },
    from: { name: 'スマホの縁側', address: 'engawa@city.example.jp' }
  };
}

function refusal(code: number | undefined): Error | null {
  if (code === undefined) return null;
  return Object.assign(new Error('answered by the test'), { responseCode: code });
}

function read(from: string, to: readonly string[], raw: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(name.length + 1).trim()]);
  }
  const valueOf = (name: string) => headers.get(name)?.[0] ?? '';
  const text = Buffer.from(raw.slice(end), 'base64').toString();
  return {
    ...{ from, to, headers, raw, text },
    subject: decodeWords(valueOf('subject')),
    messageId: valueOf('message-id')
  };
}

/** Encoded words of RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('latin1')
        : coded
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16))
            )
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());
}
