import type { OpenedRefusal } from './outbox.ts';

/** What the server would not take, as one file to hand to an administrator: every fact as written. */
export function refusedFile(
  rows: readonly OpenedRefusal[],
  device: { readonly name: string; readonly deviceId: string }
): Blob {
  const { name, deviceId } = device;
  const text = JSON.stringify(
    { format: 'engawa-refused-1', name, deviceId, refused: rows },
    null,
    2
  );
  return new Blob([text], { type: 'application/json' });
}
