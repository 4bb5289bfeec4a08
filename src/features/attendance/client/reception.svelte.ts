import { localTimeOf } from '#shared/time/instant.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { NextDate } from '../domain/next-date.ts';
import type { AttendancePayload, GuestRole, PhoneLevel } from '../domain/operation.ts';
import type { RosterLineView } from '../domain/roster-view.ts';
import { judgeScan, type Scan } from '../domain/scan.ts';
import { giveSignal, type DoorSignal } from './door-signal.ts';
import { Keeping } from './keeping.svelte.ts';
import type { Roster } from './roster.svelte.ts';
import { readCode } from './ticket.ts';

type CheckIn = AttendancePayload<'attend.checkin'>;

/** What a read code came to, in large type for both sides of the table. */
export type Face = {
  readonly kind: Scan['kind'];
  readonly title: string;
  readonly more: string;
  /** The chosen line; `undefined` where nobody was found. */
  readonly id: string | undefined;
};

const SIGNALS: Readonly<Record<Scan['kind'], DoorSignal>> = {
  receive: 'received',
  already: 'already',
  'not-on-list': 'look',
  strange: 'look'
};

type Door = {
  readonly roster: Roster;
  readonly t: Translate;
  readonly onrecorded: () => void;
  /** Nothing sounds or shakes: people are being taught in the room. */
  readonly isSilent: () => boolean;
};

/** What the reception does with a touch or a read code, and what it says about it. */
export class Reception extends Keeping {
  face: Face | undefined = $state();
  readonly #door: Door;
  #received: { readonly id: string; readonly facts: Roster['state']['facts'] } | undefined;

  constructor(door: Door) {
    super(door.t, door.onrecorded);
    this.#door = door;
  }

  /** What was said of the person before does not stand over the next. */
  clear(): void {
    this.said = undefined;
    this.face = undefined;
  }

  nameOf({ entry }: RosterLineView): string {
    return entry.name || entry.kana || this.#door.t('attendance.roster.noName');
  }

  override keep(recorded: Promise<unknown>, sentence: string): Promise<void> {
    this.face = undefined;
    return super.keep(recorded, sentence);
  }

  checkIn(
    line: RosterLineView,
    by: CheckIn['by'],
    how: { readonly late?: boolean; readonly as?: GuestRole } = {}
  ): Promise<void> {
    const { late = false, as } = how;
    return this.keep(
      this.#door.roster.record('attend.checkin', line.entry.participationId, {
        by,
        late,
        ...(as ? { as } : {})
      }),
      this.#door.t('attendance.person.done', { name: this.nameOf(line) })
    );
  }

  setLevel(line: RosterLineView, level: PhoneLevel): Promise<void> {
    const { roster, t } = this.#door;
    return this.keep(
      roster.record('attend.level', line.entry.participationId, { level }),
      t('attendance.person.levelSet', {
        name: this.nameOf(line),
        level: t(`attendance.level.${level}`)
      })
    );
  }

  /** One touch says that somebody would like to come to a date, and the next takes it back. */
  toggleWish(line: RosterLineView, { sessionId }: Pick<NextDate, 'sessionId'>): Promise<void> {
    const { roster, t } = this.#door;
    const id = line.entry.participationId;
    const name = this.nameOf(line);
    const wish = line.presence.wishes.find((told) => told.sessionId === sessionId);
    return wish
      ? this.keep(
          roster.record('attend.undo', id, { targetOpId: wish.opId }),
          t('attendance.wish.undone', { name })
        )
      : this.keep(
          roster.record('attend.wish', id, { sessionId }),
          t('attendance.wish.kept', { name })
        );
  }

  /** Receives whoever stands in a code, or shows why not. @returns the line that was found. */
  async receiveCode(text: string, by: 'qr' | 'scanner'): Promise<string | undefined> {
    const read = await readCode(text);
    const scan = judgeScan(this.#door.roster.state.view, read);
    if (scan.kind === 'receive') {
      const id = scan.line.entry.participationId;
      // A camera sees one code again before the list shows what came of it.
      if (this.#isOnItsWay(id)) return id;
      this.#received = { id, facts: this.#door.roster.state.facts };
      await this.checkIn(scan.line, by);
    }
    this.said = undefined;
    this.face = this.#faceOf(scan);
    if (!this.#door.isSilent()) giveSignal(SIGNALS[scan.kind]);
    return this.face.id;
  }

  /** Received just now by a code, and the roster was not read anew since. */
  #isOnItsWay(id: string): boolean {
    return this.#received?.id === id && this.#received.facts === this.#door.roster.state.facts;
  }

  #faceOf(scan: Scan): Face {
    const { t } = this.#door;
    if (scan.kind === 'not-on-list' || scan.kind === 'strange')
      return {
        kind: scan.kind,
        title: t(`attendance.face.${scan.kind}.title`),
        more: t(`attendance.face.${scan.kind}.more`),
        id: undefined
      };
    const { line } = scan;
    const name = this.nameOf(line);
    const id = line.entry.participationId;
    if (scan.kind === 'already') {
      const { at, deviceName } = scan.arrival;
      const time = localTimeOf(at);
      const title = t('attendance.face.already.title', { time, device: deviceName });
      return { kind: 'already', title, more: t('attendance.face.name', { name }), id };
    }
    const place = line.entry.place;
    const more =
      place === 'cancelled' || place === 'waiting'
        ? t(`attendance.face.receive.${place}`, { name })
        : t('attendance.face.name', { name });
    return { kind: 'receive', title: t('attendance.face.receive.title'), more, id };
  }
}
