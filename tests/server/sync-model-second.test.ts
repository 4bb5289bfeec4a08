import 'fake-indexeddb/auto';
import { playHistories } from '#tests/support/sync-histories.ts';

playHistories('second');
