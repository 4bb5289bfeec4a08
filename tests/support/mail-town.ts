import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { changeSession, type WantedChange } from '#app/server/change-session.ts';
import { sendMails } from '#app/server/mail/send-mails.ts';
import { city } from '#city/current.ts';
import type { Application } from '#features/workshops/domain/application.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { Db } from '#server/db/database.ts';
import { openMailer, type Mailer } from '#server/mailer.ts';
import type { Language } from '#shared/i18n/language.ts';
import { applicantNumber, keyNumber } from './applications.ts';
import type { TestDb } from './engines.ts';
import { startSmtp } from './smtp.ts';
import { plannedWorkshop, whileOpen } from './workshops.ts';

/** A town with a database, a mail server that is new for every test, and a clock that tests move. */
export function mailTown(open: () => Promise<TestDb>) {
  let opened: TestDb;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let made = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    smtp = await startSmtp();
    town.now = whileOpen;
    await opened.db.deleteFrom('notice').execute();
    await opened.db.updateTable('sign_up').set({ mail_address: null }).execute();
  });
  afterEach(() => smtp.close());

  const town = {
    now: whileOpen,
    get db(): Db {
      return opened.db;
    },
    get smtp() {
      return smtp;
    },
    send: (mailer: Mailer = openMailer(smtp.settings)) =>
      sendMails({
        ...{ db: opened.db, city, origin: 'https://engawa.example.jp', mailer },
        now: () => town.now
      }),
    notices: () =>
      opened.db
        .selectFrom('notice')
        .leftJoin('mail_delivery', 'mail_delivery.notice_id', 'notice.id')
        .select(['notice.id', 'kind', 'state', 'failure', 'tries', 'told_by'])
        .orderBy('created_at')
        .orderBy('notice.id')
        .execute(),
    workshop: async (plan: Partial<WorkshopPlan> = {}) => {
      const code = `M${(made += 1)}`;
      const { sessionIds } = await plannedWorkshop(opened.db, { code, ...plan });
      return { code, sessionId: sessionIds[0] ?? '' };
    },
    /** Somebody who is told by mail, unless `changed` says otherwise. */
    apply: async (code: string, changed: Partial<Application> = {}, language?: Language) => {
      const number = (made += 1);
      const applied = await applyForWorkshop(opened.db, {
        ...{ code, channel: 'web', key: keyNumber(number), actor: 'applicant', now: town.now },
        application: applicantNumber(number, {
          way: 'mail',
          ...(changed.way ? {} : { mail: `a${number}@example.jp` }),
          ...changed
        }),
        ...(language ? { language } : {})
      });
      if (!applied.ok) throw new Error(applied.error.type);
      const { person_id } = await opened.db
        .selectFrom('sign_up')
        .select('person_id')
        .where('id', '=', applied.value.signUpId)
        .executeTakeFirstOrThrow();
      return { ...applied.value, personId: person_id, number };
    },
    change: async (sessionId: string, what: WantedChange) => {
      const key = `change ${(made += 1)}`;
      const asked = { sessionId, what, key, actor: 'clerk', now: town.now };
      const changed = await changeSession(opened.db, asked);
      if (!changed.ok) throw new Error(changed.error.type);
    }
  };
  return town;
}
