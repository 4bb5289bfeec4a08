const SQLITE_CONSTRAINT_UNIQUE = 2067;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CANTOPEN = 14;

type EngineFailure = { readonly code?: unknown; readonly errcode?: unknown };

/** A row with this key exists already, on either engine. */
export function isUniqueViolation(failure: unknown): boolean {
  const { code, errcode } = partsOf(failure);
  return (
    code === '23505' ||
    errcode === SQLITE_CONSTRAINT_UNIQUE ||
    errcode === SQLITE_CONSTRAINT_PRIMARYKEY
  );
}

/** PostgreSQL asks to try the same transaction again (serialization failure, deadlock). */
export function isTransient(failure: unknown): boolean {
  const { code } = partsOf(failure);
  return code === '40001' || code === '40P01';
}

/** Another process holds SQLite's one lock for writing. */
export function isLocked(failure: unknown): boolean {
  const { errcode } = partsOf(failure);
  return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_BUSY;
}

/**
 * The database cannot take work just now: full disk, locked or unreadable file, server away or
 * restarting. What was asked was not stored; asking again later is right.
 */
export function isUnavailable(failure: unknown): boolean {
  const { code, errcode } = partsOf(failure);
  if (typeof errcode === 'number') {
    const primary = errcode & 0xff;
    return [SQLITE_BUSY, SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN].includes(
      primary
    );
  }
  if (typeof code === 'string') {
    return (
      /^(08|53|57P|58)/.test(code) ||
      ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOSPC'].includes(code)
    );
  }
  return (
    failure instanceof Error &&
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(
      failure.message
    )
  );
}

function partsOf(failure: unknown): EngineFailure {
  return typeof failure === 'object' && failure !== null ? failure : {};
}
