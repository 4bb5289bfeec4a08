import * as v from 'valibot';
import { syncRules } from '#app/server/operations.ts';
import { giveTicketLetter } from '#app/server/ticket-letter.ts';
import type { DoorPayload, DoorType } from '#features/attendance/domain/operation.ts';
import { TicketLetter } from '#features/attendance/domain/ticket-letter.ts';
import {
  MOST_OPERATIONS_PER_PUSH,
  OPERATION_VERSION,
  sessionScope,
  type Operation
} from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import type { Db } from '#server/db/database.ts';
import type { Logger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';

/** A tablet of the demonstration: what happened at past sessions comes in as it does from a real one. */
export class DemoTablet {
  readonly #deviceId: string;
  readonly #actorId: string;
  readonly #unsent: Operation[] = [];
  #seq = 0;

  private constructor(deviceId: string, actorId: string) {
    this.#deviceId = deviceId;
    this.#actorId = actorId;
  }

  static async enrol(db: Db, name: string, accountId: string, now: Instant): Promise<DemoTablet> {
    const { deviceId } = await enrolDevice(db, { name, accountId, now });
    return new DemoTablet(deviceId, accountId);
  }

  /** Writes one fact down; `send` brings all of them to the server. @returns its id */
  write<Type extends DoorType>(
    sessionId: string,
    type: Type,
    entityId: string,
    payload: DoorPayload<Type>,
    at: Instant
  ): string {
    this.#seq += 1;
    const opId = newId();
    this.#unsent.push({
      opId,
      v: OPERATION_VERSION,
      deviceId: this.#deviceId,
      seq: this.#seq,
      scope: sessionScope(sessionId),
      type,
      entityId,
      payload: JSON.stringify(payload),
      clientAt: at,
      clockOffsetMs: 0,
      actorId: this.#actorId
    });
    return opId;
  }

  /** Takes its letter for the number tickets of a session, as a tablet does with its first roster. */
  async takeLetter(db: Db, log: Logger, sessionId: string, now: Instant): Promise<string> {
    const device = await db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', this.#deviceId)
      .executeTakeFirstOrThrow();
    const scope = sessionScope(sessionId);
    await giveTicketLetter(db, syncRules(log), device, scope, now);
    const { body } = await db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', scope)
      .where('id', '=', this.#deviceId)
      .executeTakeFirstOrThrow();
    return v.parse(TicketLetter, JSON.parse(body)).letter;
  }

  async send(db: Db, log: Logger, now: Instant): Promise<void> {
    while (this.#unsent.length > 0) {
      const ops = this.#unsent.splice(0, MOST_OPERATIONS_PER_PUSH);
      const request = { deviceId: this.#deviceId, ops, unsent: this.#unsent.length };
      const { results } = await acceptPush(db, syncRules(log), this.#deviceId, request, now);
      const refused = results.find(({ status }) => status === 'rejected' || status === 'parked');
      if (refused)
        throw new Error(
          `the demonstration wrote a fact that is refused: ${JSON.stringify(refused)}`
        );
    }
  }
}
