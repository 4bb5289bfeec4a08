import { codeOf, lineOf } from '#app/server/read-form.ts';
import { needs } from '#features/people/domain/person.ts';
import { ageBandOfBirthYear, toBirthYear } from '#features/people/domain/birth-year.ts';
import {
  emptyFields,
  readApplication,
  type Application,
  type FormOf
} from '#features/workshops/domain/application.ts';
import {
  deskChannels,
  type DeskChannel,
  type EntryErrors,
  type TypedEntry
} from '#features/workshops/domain/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';

const LONGEST_TOWN = 20;

export function emptyEntry(key: string, channel: DeskChannel | ''): TypedEntry {
  return {
    ...{ ...emptyFields, ageBand: 'not-told', phoneFamily: 'unknown' },
    ...{ loanPhone: 'no', companions: '0', way: 'phone' },
    ...{ channel, town: '', birth: '', key, searched: '', looked: '', known: '' }
  };
}

export function typedEntryOf(form: FormData): TypedEntry {
  const line = (name: string) => lineOf(form, name, 100);
  return {
    kana: line('kana'),
    name: line('name'),
    forOther: line('helperName') || line('relation') ? 'yes' : '',
    helperName: line('helperName'),
    relation: line('relation'),
    phone: line('phone'),
    noPhone: line('noPhone'),
    birth: line('birth'),
    ageBand: line('ageBand') || 'not-told',
    livesHere: line('livesHere'),
    phoneFamily: line('phoneFamily') || 'unknown',
    loanPhone: line('loanPhone') || 'no',
    companions: line('companions') || '0',
    needs: needs.filter((need) => form.getAll('needs').includes(need)),
    way: line('way'),
    mail: lineOf(form, 'mail', 300),
    channel: codeOf(form, 'channel', deskChannels) ?? '',
    town: cleanLine(line('town')).slice(0, LONGEST_TOWN),
    key: line('key'),
    searched: line('searched'),
    looked: line('looked'),
    known: line('known')
  };
}

export function isDeskChannel(channel: unknown): channel is DeskChannel {
  return deskChannels.includes(channel as DeskChannel);
}

/** Reads what was typed; nothing of it is stored while anything is wrong. A year of birth decides the band. */
export function readEntry(
  typed: TypedEntry,
  form: FormOf & { readonly thisYear: number }
): Result<{ readonly application: Application; readonly channel: DeskChannel }, EntryErrors> {
  const birthYear = toBirthYear(typed.birth, form.thisYear);
  const ageBand = birthYear ? ageBandOfBirthYear(birthYear, form.thisYear) : typed.ageBand;
  // The screen begins with a call; without a telephone that means nothing was chosen.
  const way = typed.noPhone !== '' && typed.way === 'phone' ? 'desk' : typed.way;
  const application = readApplication({ ...typed, ageBand, way }, form);
  const isBirthWrong = typed.birth !== '' && birthYear === undefined;
  const { channel } = typed;
  if (!application.ok || channel === '' || isBirthWrong) {
    return err({
      ...(application.ok ? {} : application.error),
      ...(channel === '' ? { channel: 'channelNotChosen' as const } : {}),
      ...(isBirthWrong ? { birth: 'birthNotAYear' as const } : {})
    });
  }
  return ok({ application: { ...application.value, town: typed.town || undefined }, channel });
}

/** Names what the clerk looked at: with another name or number they look again. */
export function lookedAt({ kana, phone }: Pick<Application, 'kana' | 'phone'>): string {
  return `${kana} ${phone ?? '-'}`;
}
