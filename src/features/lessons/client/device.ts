/** What this device keeps. A browser that keeps nothing (private mode, full storage) is no failure. */
export function readKept(key: string): string | null {
  return orNothing(() => localStorage.getItem(key)) ?? null;
}

export function keep(key: string, value: string): void {
  orNothing(() => localStorage.setItem(key, value));
}

function orNothing<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
}

export function pageLanguage(): 'ja' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'ja';
}
