import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { databaseAddressOf } from '#app/server/application.ts';
import { readSettings } from '#server/settings.ts';

/** Copies the SQLite database while it is in use, and checks the copy. PostgreSQL has its own tools. */
const settings = readSettings({ DEMO: '0', ...process.env });
if (!settings.ok) stop(settings.error.sentence);
const address = databaseAddressOf(settings.value);
if (address.engine === 'postgres')
  stop('With DATABASE_URL the database is backed up by pg_dump; see docs/OPERATIONS.md.');

const folder = process.argv[2] ?? join(settings.value.dataDir, 'backups');
const file = join(folder, `engawa-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`);
mkdirSync(folder, { recursive: true });

const source = new DatabaseSync(address.file, { readOnly: true, timeout: 5000 });
await backup(source, file);
source.close();

const copy = new DatabaseSync(file, { readOnly: true });
const result = copy.prepare('pragma integrity_check').get()?.['integrity_check'];
copy.close();
if (result !== 'ok') stop(`The copy ${file} is damaged (${String(result)}). Do not rely on it.`);
console.log(file);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
