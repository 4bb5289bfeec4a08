import { sql } from 'kysely';
import type { City } from '#city/city.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { hashPassword } from '#features/people/server/password.ts';
import type { Role } from '#features/people/domain/role.ts';
import { engineOf, type Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { createLogger, type Logger } from '#server/log.ts';
import type { Instant } from '#shared/time/instant.ts';
import { fillHelp } from './help.ts';
import { fillSeries } from './series.ts';
import { fillWorkshops } from './workshops.ts';

const DEMO_PASSWORD = 'engawa-demo-2026';

const DEMO_ACCOUNTS: readonly { login: string; name: string; roles: readonly Role[] }[] = [
  { login: 'kanri@example.jp', name: '管理 太郎(見本)', roles: ['administrator'] },
  { login: 'chosei@example.jp', name: '調整 花子(見本)', roles: ['coordinator'] },
  { login: 'uketsuke@example.jp', name: '受付 一郎(見本)', roles: ['reception'] },
  { login: 'supporter@example.jp', name: '支援 さくら(見本)', roles: ['supporter'] }
];

/**
 * Fills an empty demonstration database with a town's rhythm around `now`; everybody is invented. The
 * same day gives the same town, ids and receipt numbers aside.
 */
export async function fillWithDemoData(
  db: Db,
  city: City,
  now: Instant,
  log: Logger = createLogger('warn')
): Promise<void> {
  if (engineOf(db) === 'sqlite') {
    // Some hundred small transactions of invented data need not each wait for the disk.
    await sql`pragma synchronous = off`.execute(db);
    await fill(db, city, now, log);
    await sql`pragma synchronous = full`.execute(db);
    return;
  }
  await fill(db, city, now, log);
}

async function fill(db: Db, city: City, now: Instant, log: Logger): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = await inTransaction(db, async (tx) => {
    const made = new Map<string, string>();
    for (const account of DEMO_ACCOUNTS) {
      made.set(account.login, await createAccount(tx, { ...account, passwordHash, now }));
    }
    return made;
  });
  const idOf = (login: string): string => ids.get(login) ?? '';
  await fillWorkshops({
    ...{ db, city, now, log },
    deskAccountId: idOf('chosei@example.jp'),
    receptionAccountId: idOf('uketsuke@example.jp')
  });
  await fillSeries({ db, city, now });
  await fillHelp(
    { db, city, now },
    { accountId: idOf('supporter@example.jp') },
    passwordHash,
    idOf('chosei@example.jp')
  );
}
