import type { City } from '#city/city.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { hashPassword } from '#features/people/server/password.ts';
import type { Role } from '#features/people/domain/role.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { fillHelp } from './help.ts';

const DEMO_PASSWORD = 'engawa-demo-2026';

const DEMO_ACCOUNTS: readonly { login: string; name: string; roles: readonly Role[] }[] = [
  { login: 'kanri@example.jp', name: '管理 太郎(見本)', roles: ['administrator'] },
  { login: 'chosei@example.jp', name: '調整 花子(見本)', roles: ['coordinator'] },
  { login: 'uketsuke@example.jp', name: '受付 一郎(見本)', roles: ['reception'] },
  { login: 'supporter@example.jp', name: '支援 さくら(見本)', roles: ['supporter'] }
];

/** Fills an empty demonstration database with a town's rhythm around `now`; everybody is invented. */
export async function fillWithDemoData(db: Db, city: City, now: Instant): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = await inTransaction(db, async (tx) => {
    const made = new Map<string, string>();
    for (const account of DEMO_ACCOUNTS) {
      made.set(account.login, await createAccount(tx, { ...account, passwordHash, now }));
    }
    return made;
  });
  const idOf = (login: string): string => ids.get(login) ?? '';
  await fillHelp(
    { db, city, now },
    { accountId: idOf('supporter@example.jp') },
    passwordHash,
    idOf('chosei@example.jp')
  );
}
