import { classOfFailure } from '#features/notices/domain/mail.ts';
import { openMailer } from '#server/mailer.ts';
import { readSettings } from '#server/settings.ts';
import { newId } from '#shared/ids.ts';
import { toMailAddress } from '#shared/text/mail-address.ts';

/** Sends one mail to try the settings, and says what the mail server answered. */
const settings = readSettings({ DEMO: '0', ...process.env });
if (!settings.ok) stop(settings.error.sentence);
const { mail } = settings.value;
if (!mail) stop('There are no mail settings: SMTP_URL and MAIL_FROM (docs/OPERATIONS.md, "Mail").');
const to = toMailAddress(process.argv[2] ?? '');
if (to === undefined) stop('Say to whom: npm run mail -- you@example.jp');

const answer = await openMailer(mail).send({
  id: newId(),
  to,
  subject: 'スマホの縁側:メールの試し',
  text: 'このメールが読めたら、設定は合っています。\nIf you can read this mail, the settings are right.\n'
});
if (answer.ok) {
  console.log(
    `${mail.host}:${mail.port} took the mail to ${to}. Look for it there, in the spam folder too.`
  );
} else {
  const { code = '', command = '', responseCode = '' } = answer.error;
  const meaning = {
    refused: `${to} takes no mail from us.`,
    busy: 'It may be taken later.',
    unreachable: 'No mail goes out with these settings.'
  }[classOfFailure(answer.error)];
  stop(
    `${mail.host}:${mail.port} did not take it (${[code, command, responseCode].join(' ').trim()}). ${meaning}`
  );
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
