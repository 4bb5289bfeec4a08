import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => [{ lang: undefined }, { lang: 'en' }];
