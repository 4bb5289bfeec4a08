import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { OperationResult } from '../domain/operation.ts';
import type { EndReason, StorageAnswer, TabletState } from '../domain/tablet.ts';

declare module '#server/db/tables.ts' {
  interface Tables {
    device: DeviceRow;
    device_code: DeviceCodeRow;
    device_holding: DeviceHoldingRow;
    operation: OperationRow;
    server_fact: ServerFactRow;
    scope: { id: string; version: number; min_version: number };
    sync_row: SyncRow;
    server_key: ServerKeyRow;
    venue_key: VenueKeyRow;
  }
}

/** A tablet or phone that may work without a network. */
export type DeviceRow = {
  id: string;
  name: string;
  /** Who enrolled it; what it may see follows this account's roles. */
  account_id: string;
  /** SHA-256 of the device's own credential. */
  secret_hash: string;
  enrolled_at: Instant;
  revoked_at: Instant | null;
  last_seen_at: Instant;
  /** The highest `seq` ever accepted: a device that starts over below it has lost its storage. */
  highest_seq: number;
  /** How many operations it still holds by its own last word, less those taken then. */
  told_unsent: number;
  clock_offset_ms: number;
  /** SHA-256 of the secret that its PIN opens; `null` before a PIN is chosen. */
  reader_hash: string | null;
  /** Where it is used; empty where nobody said. */
  place: string;
  state: TabletState;
  /** Why it was taken out of use. */
  end_reason: EndReason | null;
  /** Refused operations it still shows, by its own last word. */
  told_refused: number;
  app_version: string;
  storage: StorageAnswer;
  /** Since when its count does not fit; `null` when it fits or the desk has looked. */
  storage_lost_at: Instant | null;
  /** How many facts may be missing since then. */
  lost_facts: number;
};

/** A code that staff show to a tablet, once, for minutes. */
export type DeviceCodeRow = {
  /** SHA-256 of the code. */
  code_hash: string;
  name: string;
  place: string;
  account_id: string;
  issued_by: string;
  expires_at: Instant;
  used_at: Instant | null;
};

/** That a device holds, or held, the rows of a scope. */
export type DeviceHoldingRow = {
  device_id: string;
  scope: string;
  since: Instant;
  /** When the device said that it is gone; `null` while it holds it, for all we know. */
  until: Instant | null;
  /** The most people that it was given there. */
  people: number;
  delete_after: LocalDate;
};

/** One fact as a device wrote it, with the answer it got; never changed afterwards. */
export type OperationRow = {
  op_id: string;
  device_id: string;
  seq: number;
  v: number;
  scope: string;
  type: string;
  entity_id: string;
  /** Opaque to the protocol. */
  payload: string;
  client_at: Instant;
  clock_offset_ms: number;
  actor_id: string;
  received_at: Instant;
  result: OperationResult['status'];
  /** Why it was rejected, parked or in conflict; `null` when applied. */
  code: string | null;
  /** 1: written before the device or account lost its right, and kept. */
  flagged: 0 | 1;
};

/** A fact that no device wrote, once and for ever: told to the desk, or on a receipt. */
export type ServerFactRow = {
  id: string;
  scope: string;
  type: string;
  entity_id: string;
  payload: string;
  happened_at: Instant;
  /** `applicant`, or the account that wrote it down. */
  written_by: string;
  delete_after: LocalDate;
};

/** What devices hold of a scope: the row's body is opaque to the protocol. */
export type SyncRow = {
  scope: string;
  id: string;
  kind: string;
  body: string;
  /** The scope's version when the row last changed; the cursor of a pull. */
  version: number;
  deleted: 0 | 1;
};

/** The key pair that devices seal their operations to; made once, with the first device that asks. */
export type ServerKeyRow = {
  /** The hash of the public key. */
  kid: string;
  /** Always the same, and unique: two servers that make one at the same moment end with one. */
  only: 1;
  /** In base64url: a point of P-256. */
  public_key: string;
  /** In base64url: PKCS #8. */
  private_key: string;
  made_at: Instant;
};

/** The secret of one session that its tablets need beside their PIN; it stands on the printed card. */
export type VenueKeyRow = {
  session_id: string;
  code: string;
  made_at: Instant;
  delete_after: LocalDate;
};
