import type { LocalDate } from '#shared/time/instant.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    venue: VenueRow;
    room: RoomRow;
    venue_closure: { venue_id: string; date: LocalDate; reason: string };
  }
}

/** A registered public place; its id is the city file's (`chuo`). */
export type VenueRow = {
  id: string;
  name_ja: string;
  name_en: string;
  kana: string;
  address: string;
  telephone: string;
  /** Clock times in Tokyo, `09:00`. */
  opens: string;
  closes: string;
  /** JSON array of weekdays, 0 is Sunday. */
  closed_weekdays: string;
};

export type RoomRow = {
  id: string;
  venue_id: string;
  name_ja: string;
  name_en: string;
  chairs: number;
};
