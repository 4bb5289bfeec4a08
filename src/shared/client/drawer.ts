/**
 * A small database of public pages, without a library: what somebody wrote that is not sent yet, and
 * public facts that are of use without a network. Each call opens it and closes it again, so that no
 * page stands in the way when the drawer is emptied.
 */
export const DRAWER = 'engawa-drawer';

/** `unsent`: personal, and gone once it was answered. `known`: public. Both by their `key`. */
type Compartment = 'unsent' | 'known';
const COMPARTMENTS: readonly Compartment[] = ['unsent', 'known'];

type Keyed = { readonly key: string };

/** @returns whether it is kept: a browser in private mode, or a full one, keeps nothing. */
export async function putAway(compartment: Compartment, value: Keyed): Promise<boolean> {
  return (await within(compartment, 'readwrite', (store) => store.put(value))) !== undefined;
}

export async function takeOut(compartment: Compartment, key: string): Promise<void> {
  await within(compartment, 'readwrite', (store) => store.delete(key));
}

export async function lookFor<Value extends Keyed>(
  compartment: Compartment,
  key: string
): Promise<Value | undefined> {
  return (await within(compartment, 'readonly', (store) => store.get(key))) as Value | undefined;
}

export async function lookAtAll<Value extends Keyed>(
  compartment: Compartment
): Promise<readonly Value[]> {
  return ((await within(compartment, 'readonly', (store) => store.getAll())) ?? []) as Value[];
}

/** Asks without making a drawer where there is none, as far as the browser tells. */
export async function holdsUnsent(): Promise<boolean> {
  const names = await namesOfDatabases();
  if (names && !names.includes(DRAWER)) return false;
  return ((await within('unsent', 'readonly', (store) => store.count())) ?? 0) > 0;
}

/** The databases of this origin; `undefined` where the browser does not tell. */
export async function namesOfDatabases(): Promise<readonly string[] | undefined> {
  const { databases } = indexedDB as Partial<Pick<IDBFactory, 'databases'>>;
  const infos = await databases?.call(indexedDB);
  return infos?.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** @returns `undefined` as well where the browser keeps nothing. */
async function within<Answer>(
  compartment: Compartment,
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => IDBRequest<Answer>
): Promise<Answer | undefined> {
  try {
    const db = await open();
    try {
      return await done(
        db.transaction(compartment, mode, { durability: 'strict' }),
        (transaction) => work(transaction.objectStore(compartment))
      );
    } finally {
      db.close();
    }
  } catch (failure) {
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
}

function done<Answer>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => IDBRequest<Answer>
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = work(transaction);
    const fail = () => reject(transaction.error ?? new DOMException('the drawer is stuck'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DRAWER, 1);
    request.onupgradeneeded = () => {
      for (const name of COMPARTMENTS) request.result.createObjectStore(name, { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('the drawer does not open'));
  });
}
