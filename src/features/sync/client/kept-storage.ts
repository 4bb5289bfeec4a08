import type { StorageAnswer } from '../domain/tablet.ts';

/** Whether the browser promised to keep this page's storage when the device runs short of room. */
export async function storageAnswer(): Promise<StorageAnswer> {
  // Absent on plain http and in old browsers.
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.persisted) return 'unknown';
  return (await storage.persisted()) ? 'kept' : 'not-kept';
}

/** Asks the browser for that promise. Some ask the person, some decide by themselves. */
export async function askToKeepStorage(): Promise<StorageAnswer> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.persist) return 'unknown';
  return (await storage.persist()) ? 'kept' : 'not-kept';
}
