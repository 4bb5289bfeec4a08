import pg from 'pg';

const INT8_OID = 20;
const POOL_SIZE = 10;
/** How long a request waits for a free connection before it is told that the server is busy. */
const LONGEST_WAIT_MS = 20_000;

/** A pool that survives a restart of the server: a broken idle connection is dropped, not thrown. */
export function openPool(url: string): pg.Pool {
  const types = {
    getTypeParser: ((oid: number, format: 'text') =>
      oid === INT8_OID ? safeInteger : defaultParser(oid, format)) as typeof pg.types.getTypeParser
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    types,
    connectionTimeoutMillis: LONGEST_WAIT_MS
  });
  pool.on('error', ignoreIdleFailure);
  pool.on('connect', (client) => client.on('error', ignoreIdleFailure));
  return pool;
}

const defaultParser = pg.types.getTypeParser as (oid: number, format: 'text') => unknown;

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`);
  return number;
}

/** The query that was running answers its own caller with the failure; an idle one has no caller. */
function ignoreIdleFailure(): void {}
