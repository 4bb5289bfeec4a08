/** What this device keeps. A browser that keeps nothing (private mode, full storage) is no failure. */
export function readKept(key: string): string | null {
  return orNothing(() => localStorage.getItem(key)) ?? null;
}

/** @returns whether it is kept. */
export function keep(key: string, value: string): boolean {
  return orNothing(() => (localStorage.setItem(key, value), true)) ?? false;
}

/** Forgets everything in both storages of this page, but these. */
export function forgetAllBut(keys: readonly string[]): void {
  for (const key of orNothing(() => Object.keys(localStorage)) ?? []) {
    if (!keys.includes(key)) localStorage.removeItem(key);
  }
  orNothing(() => sessionStorage.clear());
}

export function forget(key: string): void {
  orNothing(() => localStorage.removeItem(key));
}

function orNothing<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
}
