import { v7 } from 'uuid';

/** A new UUIDv7: unique everywhere, and sorting by it is sorting by the time it was made. */
export function newId(): string {
  return v7();
}
