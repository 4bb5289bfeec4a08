import type { TellingWay } from '#features/people/domain/person.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { NoticeKind, NoticeState } from '../domain/notice.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    notice: NoticeRow;
  }
}

/** One thing that one person (or one account) is to be told. */
export type NoticeRow = {
  id: string;
  person_id: string | null;
  account_id: string | null;
  way: TellingWay;
  kind: NoticeKind;
  /** The same fact told twice is one notice. */
  dedupe_key: string;
  /** JSON object of codes and ids the sentence needs; no names. */
  params: string;
  state: NoticeState;
  created_at: Instant;
  told_at: Instant | null;
  told_by: string | null;
  delete_after: LocalDate;
};
