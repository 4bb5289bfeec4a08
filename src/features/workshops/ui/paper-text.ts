import type { City } from '#city/city.ts';
import { plainText } from '#shared/text/ruby.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { hoursInWords, shortDateInWords, timeInWords } from '#shared/time/words.ts';
import type { Translator } from '#shared/ui/translator.ts';
import type { LotteryView } from '../domain/lottery.ts';
import { whatToBring } from '../domain/preparation.ts';
import type { PlaceView, SessionView, WorkshopView } from '../domain/workshop-view.ts';
import { hostInWords, roomInWords } from './place-and-host.ts';

export type PaperSource = {
  readonly workshop: WorkshopView;
  readonly place: PlaceView | undefined;
  readonly city: Pick<City, 'name' | 'office' | 'telephone'>;
  /** The page's address as people type it. */
  readonly address: string;
};

/** The short text that the city's paper prints, one fact a line, in the order papers have them. */
export function paperText(translator: Translator, source: PaperSource): string {
  const { t, language } = translator;
  const { workshop, place } = source;
  const say = (key: Parameters<typeof t>[0], values?: Parameters<typeof t>[1]) =>
    plainText(t(key, values));
  const bring = whatToBring(workshop.kind).map((item) => say(`workshops.bring.${item}`));
  const own = plainText(workshop.bring[language]);

  return [
    say('workshops.paper.title', {
      kind: say(`workshops.paper.kindOf.${workshop.kind}`),
      title: plainText(workshop.title[language])
    }),
    say('workshops.paper.when', { dates: datesInWords(translator, workshop.sessions) }),
    say('workshops.paper.where', {
      place: plainText(roomInWords(translator, workshop, place)),
      address: place?.address ?? ''
    }),
    say('workshops.paper.whom'),
    seatsLine(translator, workshop),
    ...(workshop.lottery ? [drawLine(translator, workshop.lottery)] : []),
    say('workshops.paper.free'),
    say('workshops.paper.bring', { bring: [...bring, ...(own ? [own] : [])].join('、') }),
    ...(workshop.loanPhones > 0
      ? [say('workshops.paper.lent', { count: workshop.loanPhones })]
      : []),
    signUpLine(translator, source),
    say('workshops.paper.host', { host: plainText(hostInWords(translator, workshop, source.city)) })
  ].join('\n');
}

function seatsLine({ t }: Translator, { selection, seats }: WorkshopView): string {
  if (selection === 'none') return t('workshops.paper.noSeats');
  return t('workshops.paper.seats', {
    seats,
    selection: t(`workshops.paper.selectionOf.${selection}`)
  });
}

/** With the fingerprint printed nobody can put another seed in its place. */
function drawLine(translator: Translator, { drawsAt, commitment }: LotteryView): string {
  return translator.t('workshops.paper.draw', {
    moment: shortMoment(translator, drawsAt),
    fingerprint: commitment
  });
}

function shortMoment({ language }: Translator, at: Instant): string {
  return `${shortDateInWords(localDateOf(at), language)} ${timeInWords(at, language)}`;
}

function signUpLine(translator: Translator, { workshop, city, address }: PaperSource): string {
  const { t, language } = translator;
  const common = { telephone: city.telephone.number, page: address, code: workshop.code };
  if (workshop.selection === 'none') {
    return t('workshops.paper.ask', { ...common, office: city.office[language] });
  }
  return t('workshops.paper.apply', {
    ...common,
    from: shortMoment(translator, workshop.opensAt),
    to: shortMoment(translator, workshop.closesAt)
  });
}

/** Every date whole, with its weekday and hours: nobody misreads it. */
function datesInWords({ language }: Translator, sessions: readonly SessionView[]): string {
  return sessions
    .filter(({ state }) => state === 'planned')
    .map(
      ({ startsAt, endsAt }) =>
        `${shortDateInWords(localDateOf(startsAt), language)} ${hoursInWords(startsAt, endsAt, language)}`
    )
    .join('、');
}
