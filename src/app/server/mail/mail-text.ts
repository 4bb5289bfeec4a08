import type { City } from '#city/city.ts';
import { subjectLine, type MailKind } from '#features/notices/domain/mail.ts';
import { numberInGroups } from '#shared/text/number-groups.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { plainText } from '#shared/text/ruby.ts';
import { momentInWords, spanInWords } from '#shared/time/words.ts';
import type { MailFacts } from './mail-facts.ts';

/** After these there is nothing left to come to. */
const OVER: readonly MailKind[] = ['sign-up-cancelled', 'session-cancelled'];

/**
 * A plain-text mail: what happened, which workshop, when and where, the receipt, how to cancel by
 * telephone too. No name stands in it, and nothing that anybody but the city has written.
 */
export function mailText(
  facts: MailFacts,
  { t, city, origin }: { readonly t: Translate; readonly city: City; readonly origin: string }
): { readonly subject: string; readonly text: string } {
  const { kind, language } = facts;
  const values = {
    ...valuesOf(facts),
    host: lineOf(facts.subject.meeting?.host) || t('notices.hostUnnamed')
  };
  const office = {
    office: `${city.name[language]} ${city.office[language]}`,
    telephone: city.telephone.number,
    hours: plainText(city.telephone.hours[language])
  };
  const paragraphs = [
    [t(`notices.mail.text.${kind}`, values)],
    workshopLines(facts, t),
    facts.receiptToken === undefined
      ? [t('notices.mail.supporterPage'), `${origin}/supporter`]
      : receiptLines(facts, t, origin),
    [t('notices.mail.phone', office), t('notices.mail.safe'), t('notices.mail.noReply')]
  ];
  return {
    subject: subjectLine(t(`notices.mail.subject.${kind}`, values)),
    text: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => `${lines.join('\n')}\n`)
      .join('\n')
  };
}

function valuesOf({ subject, language }: MailFacts): Readonly<Record<string, string | number>> {
  const { signUp, change, meeting, offer } = subject;
  const momentOf = (at: number | undefined) =>
    at === undefined ? '' : momentInWords(at, language);
  return {
    title: lineOf((change ?? signUp)?.title[language]),
    when: momentOf(change?.startsAt ?? meeting?.startsAt ?? signUp?.startsAt),
    oldWhen: momentOf(change?.oldStartsAt),
    venue: lineOf((change ?? signUp ?? meeting)?.venue?.[language]),
    reason: lineOf(change?.reason[language]),
    answerBy: momentOf(offer?.answerBy),
    place: signUp?.placeInLine ?? ''
  };
}

function workshopLines({ kind, subject, dates, language }: MailFacts, t: Translate): string[] {
  const { signUp } = subject;
  if (!signUp) return [];
  const isHeld = !OVER.includes(kind);
  return [
    lineOf(signUp.title[language]),
    ...(isHeld ? dates : []).map(({ startsAt, endsAt }) =>
      t('notices.mail.when', { when: spanInWords(startsAt, endsAt, language) })
    ),
    ...(isHeld ? [t('notices.mail.where', { venue: lineOf(signUp.venue[language]) })] : []),
    t('notices.mail.number', { number: numberInGroups(signUp.receiptNumber) })
  ];
}

function receiptLines({ kind, receiptToken, language }: MailFacts, t: Translate, origin: string) {
  if (OVER.includes(kind)) return [];
  return [
    t(kind === 'seat-asked' ? 'notices.mail.answer' : 'notices.mail.receipt'),
    `${origin}${localPath('/receipt', language)}?t=${receiptToken ?? ''}`,
    t('notices.mail.cancel')
  ];
}

function lineOf(text: string | undefined): string {
  return cleanLine(plainText(text ?? ''));
}
