import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Kysely, SqliteDialect } from 'kysely';
import { RECEIPT_TOKEN_BYTES } from '#features/workshops/domain/receipt.ts';
import { openSqlite } from '#server/db/sqlite.ts';

/**
 * Servers that sign-ups are measured against, each a process of its own with the same durability
 * (WAL, synchronous=FULL) and nothing else to do.
 *
 * - `bare`: one INSERT per request.
 * - `count-then-insert`: counts, draws the receipt's token, inserts, as a first draft does.
 * - `event-lock`: the same inside a mutex of the process.
 */
export const peerKinds = ['bare', 'event-lock', 'count-then-insert'] as const;
export type PeerKind = (typeof peerKinds)[number];

const randomBytesLater = promisify(randomBytes);

type Row = { id: string; workshop: string; body: string; status: string; token: string | null };
type Answer = (workshop: string, body: string) => Promise<void> | void;

const CREATE =
  'create table sign_up (id integer primary key, workshop text not null, body text not null, status text not null, token text)';

function bare(file: string): Answer {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  database.exec(CREATE);
  const insert = database.prepare('insert into sign_up (workshop, body, status) values (?, ?, ?)');
  return (workshop, body) => void insert.run(workshop, body, 'confirmed');
}

function countThenInsert(file: string, seats: number): Answer {
  const database = openSqlite(file);
  database.prepare(CREATE).run([]);
  const db = new Kysely<{ sign_up: Row }>({ dialect: new SqliteDialect({ database }) });
  return async (workshop, body) => {
    const { people } = await db
      .selectFrom('sign_up')
      .select((eb) => eb.fn.countAll<number>().as('people'))
      .where('workshop', '=', workshop)
      .where('status', '=', 'confirmed')
      .executeTakeFirstOrThrow();
    const status = people < seats ? 'confirmed' : 'waiting';
    const token = (await randomBytesLater(RECEIPT_TOKEN_BYTES)).toString('hex');
    await db
      .insertInto('sign_up')
      .values({ workshop, body, status, token } as Row)
      .execute();
  };
}

function withEventLock(answer: Answer): Answer {
  let last: Promise<void> = Promise.resolve();
  return (workshop, body) => {
    const mine = last.then(() => answer(workshop, body));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function answerOf(kind: PeerKind, file: string, seats: number): Answer {
  if (kind === 'bare') return bare(file);
  const naive = countThenInsert(file, seats);
  return kind === 'event-lock' ? withEventLock(naive) : naive;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += (chunk as Buffer).toString();
  return text;
}

if (import.meta.main) {
  const [kind = 'bare', file = '', seats = '0'] = process.argv.slice(2);
  const answer = answerOf(kind as PeerKind, file, Number(seats));
  const server = createServer((request, response) => {
    void textOf(request)
      .then((body) => answer(request.url ?? '', body))
      .then(
        () => response.writeHead(303, { location: '/receipt' }).end(),
        (failure: unknown) => response.writeHead(500).end(String(failure))
      );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    console.log(typeof address === 'object' ? address?.port : '');
  });
}
