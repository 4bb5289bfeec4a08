import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Document = { readonly _id: string; readonly _rev: string } & Readonly<Record<string, unknown>>;
type Database = {
  readonly documents: Map<string, { readonly document: Document; readonly seq: number }>;
  /** Ids by the number of their last change, which is their place + 1; an older place is left empty. */
  readonly changes: (string | undefined)[];
  readonly local: Map<string, Document>;
};
type Answer = { readonly status: number; readonly body: unknown };
type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

const PAGE = '/page';

export type Couch = {
  readonly origin: string;
  /** Makes a database that holds these rows. */
  readonly fill: (name: string, rows: readonly Row[]) => void;
  readonly countOf: (name: string) => number;
  readonly close: () => Promise<void>;
};

/**
 * What PouchDB replicates with: CouchDB's replication protocol over one address, in memory. It keeps
 * nothing on a disk and asks nobody for their right, which our server does; so it is PouchDB that gains
 * by it. Documents are of one generation, as facts and rows are that nobody edits. It serves the page
 * that PouchDB runs in too: of one origin, no request needs another that asks first.
 */
export async function startCouch(): Promise<Couch> {
  const databases = new Map<string, Database>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === PAGE) {
        response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><title>PouchDB</title>');
        return;
      }
      const answer = answerTo(databases, request.method ?? 'GET', pathname, searchParams, body);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    fill: (name, rows) => {
      const database = open(databases, name);
      for (const { id, ...row } of rows) {
        const digest = createHash('md5').update(JSON.stringify(row)).digest('hex');
        keep(database, { _id: id, _rev: `1-${digest}`, ...row });
      }
    },
    countOf: (name) => databases.get(name)?.documents.size ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

const UUID = randomUUID();

function answerTo(
  databases: Map<string, Database>,
  method: string,
  pathname: string,
  query: URLSearchParams,
  body: unknown
): Answer {
  const [name = '', what = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
  if (name === '') return ok({ couchdb: 'Welcome', uuid: UUID });
  const database = open(databases, name);
  switch (what) {
    case '':
      return ok({
        db_name: name,
        doc_count: database.documents.size,
        update_seq: database.changes.length,
        instance_start_time: '0'
      });
    case '_changes':
      return ok(changesOf(database, Number(query.get('since')), Number(query.get('limit'))));
    case '_bulk_get':
      return ok(documentsOf(database, body as Asked));
    case '_revs_diff':
      return ok(missingOf(database, body as Readonly<Record<string, readonly string[]>>));
    case '_bulk_docs':
      for (const document of (body as { readonly docs: readonly Document[] }).docs)
        keep(database, withoutRevisions(document));
      return { status: 201, body: [] };
    case '_local':
      return localOf(database, method, rest.join('/'), body as Document);
    default:
      return { status: 404, body: { error: 'not_found', reason: `no ${method} ${pathname}` } };
  }
}

function changesOf({ documents, changes }: Database, since: number, limit: number): unknown {
  const results: unknown[] = [];
  let last = since;
  while (last < changes.length && results.length < limit) {
    const id = changes[last++];
    const known = id === undefined ? undefined : documents.get(id);
    if (known) results.push({ seq: last, id, changes: [{ rev: known.document._rev }] });
  }
  return { results, last_seq: last, pending: changes.length - last };
}

type Asked = { readonly docs: readonly { readonly id: string; readonly rev: string }[] };

function documentsOf({ documents }: Database, { docs }: Asked): unknown {
  return {
    results: docs.map(({ id, rev }) => {
      const document = documents.get(id)?.document;
      const [start, digest] = rev.split('-');
      return {
        id,
        docs: [
          document?._rev === rev
            ? { ok: { ...document, _revisions: { start: Number(start), ids: [digest] } } }
            : { error: { id, rev, error: 'not_found', reason: 'missing' } }
        ]
      };
    })
  };
}

function missingOf(
  { documents }: Database,
  asked: Readonly<Record<string, readonly string[]>>
): unknown {
  const missing = Object.entries(asked)
    .map(([id, revs]) => {
      const known = documents.get(id)?.document._rev;
      return [id, { missing: revs.filter((rev) => rev !== known) }] as const;
    })
    .filter(([, { missing: revs }]) => revs.length > 0);
  return Object.fromEntries(missing);
}

/** Checkpoints; this measure lets PouchDB keep its own on its side. */
function localOf({ local }: Database, method: string, id: string, body: Document): Answer {
  if (method === 'PUT') {
    local.set(id, { ...body, _rev: '0-1' });
    return { status: 201, body: { ok: true, id: `_local/${id}`, rev: '0-1' } };
  }
  const known = local.get(id);
  return known ? ok(known) : { status: 404, body: { error: 'not_found', reason: 'missing' } };
}

function keep({ documents, changes }: Database, document: Document): void {
  const before = documents.get(document._id);
  if (before) changes[before.seq - 1] = undefined;
  changes.push(document._id);
  documents.set(document._id, { document, seq: changes.length });
}

function withoutRevisions({ _revisions, ...document }: Document): Document {
  return document;
}

function open(databases: Map<string, Database>, name: string): Database {
  const known = databases.get(name);
  if (known) return known;
  const made: Database = { documents: new Map(), changes: [], local: new Map() };
  databases.set(name, made);
  return made;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? undefined : JSON.parse(Buffer.concat(parts).toString());
}
