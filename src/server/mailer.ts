import { createTransport } from 'nodemailer';
import { err, ok, type Result } from '#shared/result.ts';
import type { MailSettings } from './settings.ts';

/** A plain-text mail to one address. */
export type Mail = {
  /** Stands in Message-ID: mail programmes show two copies with one id once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** What the mail server answered, or what kept us from reaching it. */
export type MailFailure = {
  /** EENVELOPE, EMESSAGE, ECONNECTION, ETIMEDOUT, EAUTH … */
  readonly code: string | undefined;
  /** `RCPT TO`, `MAIL FROM`, `DATA` …: what it answered to. */
  readonly command: string | undefined;
  /** Three digits; 5xx is meant for ever. */
  readonly responseCode: number | undefined;
};

export type Mailer = {
  /** Answers when the mail server has taken the mail, or not, within `LONGEST_SENDING_MS`. */
  readonly send: (mail: Mail) => Promise<Result<undefined, MailFailure>>;
};

export const LONGEST_SENDING_MS = 60_000;
const LONGEST_SILENCE_MS = 20_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Every mail has a connection of its own: what one recipient's server does to it harms no other mail. */
export function openMailer(
  settings: MailSettings,
  { longestSendingMs = LONGEST_SENDING_MS }: { readonly longestSendingMs?: number } = {}
): Mailer {
  const { host, port, secure, login, from } = settings;
  const silence = Math.min(LONGEST_SILENCE_MS, longestSendingMs);
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: login !== undefined && !LOOPBACK.has(host),
    ...(login ? { auth: login } : {}),
    connectionTimeout: silence,
    greetingTimeout: silence,
    dnsTimeout: silence,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          textEncoding: 'base64',
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(longestSendingMs)
        });
        return ok(undefined);
      } catch (failure) {
        const { code, command, responseCode } = failure as Partial<MailFailure>;
        return err({ code, command, responseCode });
      }
    }
  };
}
