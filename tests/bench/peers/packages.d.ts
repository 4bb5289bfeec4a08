/**
 * What the measures use of their peers, so that the types hold whether these packages are installed or
 * not.
 */
declare module 'minisearch' {
  type Query =
    | string
    | {
        readonly queries: readonly Query[];
        readonly fields?: readonly string[];
        readonly combineWith?: 'OR' | 'AND';
      };

  export default class MiniSearch<Document> {
    constructor(options: {
      readonly fields: readonly string[];
      readonly extractField: (document: Document, field: string) => unknown;
      readonly tokenize: (text: string) => readonly string[];
      readonly processTerm: (term: string) => string;
      readonly autoVacuum: boolean;
      readonly searchOptions: {
        readonly prefix: boolean;
        readonly fuzzy: boolean;
        readonly combineWith: 'OR' | 'AND';
      };
    });
    addAll(documents: readonly Document[]): void;
    search(query: Query): readonly { readonly id: unknown }[];
  }
}

declare module 'rxdb/plugins/core' {
  type Schema = {
    readonly version: number;
    readonly primaryKey: string;
    readonly type: 'object';
    readonly properties: Readonly<
      Record<string, { readonly type: 'string' | 'number'; readonly maxLength?: number }>
    >;
  };

  export type RxError = Error;
  export type RxCollection<Document> = {
    insert(document: Document): Promise<unknown>;
    count(): { exec(): Promise<number> };
  };
  export function createRxDatabase(options: {
    readonly name: string;
    readonly storage: unknown;
    readonly multiInstance: boolean;
  }): Promise<{
    /** Each collection under its name, told what its documents are. */
    addCollections<Documents extends Record<string, unknown>>(collections: {
      readonly [Name in keyof Documents]: { readonly schema: Schema };
    }): Promise<{ readonly [Name in keyof Documents]: RxCollection<Documents[Name]> }>;
    remove(): Promise<unknown>;
  }>;
}

declare module 'rxdb/plugins/replication' {
  import type { Observable } from 'rxjs';
  import type { RxCollection, RxError } from 'rxdb/plugins/core';

  export type ReplicationHandlers<Document, Checkpoint> = {
    readonly pull?: {
      readonly batchSize: number;
      readonly handler: (last: Checkpoint | undefined) => Promise<{
        readonly documents: readonly (Document & { readonly _deleted: boolean })[];
        readonly checkpoint: Checkpoint;
      }>;
    };
    readonly push?: {
      readonly batchSize: number;
      readonly handler: (
        changes: readonly { readonly newDocumentState: Document & { readonly _deleted: boolean } }[]
      ) => Promise<readonly Document[]>;
    };
  };
  export function replicateRxCollection<Document, Checkpoint>(
    options: {
      readonly replicationIdentifier: string;
      readonly collection: RxCollection<Document>;
      readonly live: boolean;
      readonly retryTime: number;
      readonly waitForLeadership: boolean;
    } & ReplicationHandlers<Document, Checkpoint>
  ): {
    readonly error$: Observable<RxError>;
    awaitInitialReplication(): Promise<unknown>;
    cancel(): Promise<unknown>;
  };
}

declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(settings: {
    readonly chromeTransactionDurability: 'strict' | 'relaxed';
  }): unknown;
}

declare module 'rxjs' {
  export type Observable<Value> = { readonly subscribe: (next: (value: Value) => void) => unknown };
  export function firstValueFrom<Value>(values: Observable<Value>): Promise<Value>;
}

declare module 'pouchdb-browser' {
  type Batches = {
    readonly batch_size: number;
    readonly batches_limit: number;
    readonly checkpoint: 'source' | 'target';
  };

  export default class PouchDB {
    constructor(
      name: string,
      options: {
        readonly revs_limit?: number;
        readonly auto_compaction?: boolean;
        readonly skip_setup?: boolean;
        readonly fetch?: (address: string | Request, init?: RequestInit) => Promise<Response>;
      }
    );
    info(): Promise<{ readonly doc_count: number }>;
    put(document: { readonly _id: string }): Promise<unknown>;
    destroy(): Promise<unknown>;
    readonly replicate: {
      from(source: PouchDB, options: Batches): Promise<unknown>;
      to(target: PouchDB, options: Batches): Promise<unknown>;
    };
  }
}
