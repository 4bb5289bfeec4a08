import { describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { LEASE_MS } from '#features/notices/domain/mail.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { openMailer, type Mailer } from '#server/mailer.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time/instant.ts';
import { applicantNumber } from '#tests/support/applications.ts';
import { engines } from '#tests/support/engines.ts';
import { mailTown } from '#tests/support/mail-town.ts';
import { plantNotice } from '#tests/support/rows.ts';
import { settingsFor, startSmtp } from '#tests/support/smtp.ts';
import { classPlan, whileOpen } from '#tests/support/workshops.ts';
import { mergePeople } from '../desk/merge-people.ts';

const planned = classPlan.sessions[0]!;
const twoDaysBefore = planned.startsAt - 48 * HOUR_MS;

describe.each(engines)('notices by mail on $name', ({ open }) => {
  const town = mailTown(open);
  const { send, notices, workshop, apply } = town;

  test('a sign-up is told once, in full, and names nobody', async () => {
    const { code } = await workshop();
    const { receiptToken, number } = await apply(code);
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(await send()).toEqual({ sent: 0, failed: 0 });

    const [mail] = town.smtp.received;
    expect(mail).toMatchObject({
      from: 'engawa@city.example.jp',
      to: [`a${number}@example.jp`],
      subject: 'お席をおとりしました:はじめてのスマホ'
    });
    for (const part of [
      'はじめてのスマホ',
      '日時:令和8年12月1日 火曜日 午前10時から午後0時まで',
      '場所:狭山公民館',
      `https://engawa.example.jp/receipt?t=${receiptToken}`,
      city.telephone.number,
      '取り消すか、お電話'
    ]) {
      expect(mail?.text).toContain(part);
    }
    expect(mail?.text).not.toMatch(/佐藤|さとう|0900000/);
    expect(mail?.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mail?.headers.get('content-type')).toEqual(['text/plain; charset=utf-8']);
    expect(await notices()).toMatchObject([{ state: 'told', told_by: 'mail' }]);
    expect(mail?.messageId).toBe(`<${(await notices())[0]?.id}@city.example.jp>`);
  });

  test('in English for those who applied in English', async () => {
    const { code } = await workshop();
    await apply(code, {}, 'en');
    await send();
    expect(town.smtp.received[0]?.subject).toBe('You have a seat: First steps with a smartphone');
    expect(town.smtp.received[0]?.text).toContain('https://engawa.example.jp/en/receipt?t=');
  });

  test('everybody else is told by others', async () => {
    const { code } = await workshop();
    await apply(code, { way: 'phone' });
    await apply(code, { way: 'desk' });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
  });

  test('a mail goes to the address of its own sign-up only, even when one row is both people', async () => {
    const [one, other] = [await workshop(), await workshop()];
    const first = await apply(one.code, { way: 'phone' });
    const told = applicantNumber(first.number);
    const second = await apply(other.code, { ...told, way: 'mail', mail: 'other@example.jp' });
    expect(second.personId).toBe(first.personId);
    await town.change(one.sessionId, { kind: 'cancelled', reason: { ja: '台風のため', en: '' } });

    await send();
    expect(town.smtp.received.map(({ text }) => text).join()).not.toContain('台風');
    const cancelled = (await notices()).find(({ kind }) => kind === 'session-cancelled');
    expect(cancelled).toMatchObject({ state: 'not-reached', failure: 'no-address' });
  });

  test('after joining two rows the mails of both arrive', async () => {
    const [one, other] = [await workshop(), await workshop()];
    const kept = await apply(one.code, { way: 'desk', phone: undefined });
    const gone = await apply(other.code, { phone: undefined });
    const joining = { keptId: kept.personId, goneId: gone.personId, actor: 'clerk', now: town.now };
    expect(await mergePeople(town.db, joining)).toMatchObject({ ok: true });
    await send();
    expect(town.smtp.received.map(({ to }) => to)).toEqual([[`a${gone.number}@example.jp`]]);
    town.now = twoDaysBefore;
    await send();
    expect(town.smtp.received.map(({ subject }) => subject)).toContain(
      'もうすぐです:はじめてのスマホ'
    );
  });

  test('a mailbox that does not exist goes to the desk at once, and stops nobody else', async () => {
    const { code } = await workshop();
    const lost = await apply(code);
    await apply(code);
    town.smtp.manner.recipient = (address) =>
      address === `a${lost.number}@example.jp` ? 550 : undefined;
    expect(await send()).toEqual({ sent: 1, failed: 1 });
    town.now += DAY_MS / 4;
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect((await notices()).map(({ state, failure }) => [state, failure]).toSorted()).toEqual([
      ['not-reached', 'refused'],
      ['told', null]
    ]);
  });

  test('a full mailbox is tried again with growing pauses, and given to the desk within a day', async () => {
    const { code } = await workshop();
    await apply(code);
    town.smtp.manner.data = () => 452;
    const tries: number[] = [];
    for (; town.now <= whileOpen + 2 * DAY_MS; town.now += MINUTE_MS) {
      if ((await send()).failed > 0) tries.push((town.now - whileOpen) / MINUTE_MS);
      if (tries.length === 4) town.now += 6 * HOUR_MS;
      if ((await notices())[0]?.state !== 'to-tell') break;
      if (tries.length >= 4) town.now += HOUR_MS;
    }
    expect(tries.slice(0, 4)).toEqual([0, 2, 12, 42]);
    expect(town.now).toBeLessThanOrEqual(whileOpen + DAY_MS);
    expect(await notices()).toMatchObject([{ state: 'not-reached', failure: 'busy' }]);
  });

  test('a mail server that is away or refuses us ends the look, and blames no address', async () => {
    const { code } = await workshop();
    await apply(code);
    await apply(code);
    const nobody = await startSmtp();
    await nobody.close();
    expect(await send(openMailer(nobody.settings))).toMatchObject({
      failed: 1,
      stopped: { code: 'ESOCKET' }
    });
    town.smtp.manner.sender = () => 550;
    expect(await send()).toMatchObject({ sent: 0, failed: 1, stopped: { responseCode: 550 } });
    const strict = await startSmtp({ login: { user: 'engawa', pass: 'right' } });
    const wrongLogin = settingsFor(strict.settings.port, { user: 'engawa', pass: 'wrong' });
    town.now += 2 * MINUTE_MS;
    expect(await send(openMailer(wrongLogin))).toMatchObject({ stopped: { responseCode: 535 } });
    await strict.close();
    expect((await notices()).map(({ state, failure }) => [state, failure])).toEqual([
      ['to-tell', 'unreachable'],
      ['to-tell', 'unreachable']
    ]);

    delete town.smtp.manner.sender;
    town.now += HOUR_MS;
    expect(await send()).toEqual({ sent: 2, failed: 0 });
  });

  test('a mail server that never answers is left after the time that was set', async () => {
    const { code } = await workshop();
    await apply(code);
    town.smtp.manner.delayMs = 2_000;
    const impatient = openMailer(town.smtp.settings, { longestSendingMs: 200 });
    expect(await send(impatient)).toMatchObject({ sent: 0, failed: 1 });
    expect(await notices()).toMatchObject([{ state: 'to-tell', failure: 'unreachable' }]);
    town.smtp.manner.delayMs = 50;
    town.now += 2 * MINUTE_MS;
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test('two servers that look at once send each mail once', async () => {
    const { code } = await workshop({ seats: 20 });
    for (let index = 0; index < 12; index++) await apply(code);
    town.smtp.manner.delayMs = 5;
    const reports = await Promise.all([send(), send(), send()]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    const ids = town.smtp.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });

  test('a power cut between sending and marking sends again after the lease, under the same id', async () => {
    const { code } = await workshop();
    await apply(code);
    const real = openMailer(town.smtp.settings);
    const cut: Mailer = {
      send: async (mail) => {
        await real.send(mail);
        throw new Error('power cut');
      }
    };
    await expect(send(cut)).rejects.toThrow('power cut');
    town.now += LEASE_MS - 1;
    expect(await send()).toMatchObject({ sent: 0 });
    town.now += 1;
    expect(await send()).toMatchObject({ sent: 1 });
    const [one, other] = town.smtp.received;
    expect(one?.messageId).toBe(other?.messageId);
    expect(await notices()).toMatchObject([{ state: 'told', tries: 2 }]);
  });

  test('nothing in a title, a place or an address becomes a header', async () => {
    const evil = 'はじめて\r\nBcc: all@example.jp\r\n\r\nX';
    const { code } = await workshop();
    await town.db
      .updateTable('workshop')
      .set({ title_ja: evil })
      .where('code', '=', code)
      .execute();
    await apply(code, { name: 'A\r\nBcc: b@example.jp' });
    const bad = await apply(code);
    await town.db
      .updateTable('sign_up')
      .set({ mail_address: 'x@example.jp>\r\nRCPT TO:<all@example.jp' })
      .where('id', '=', bad.signUpId)
      .execute();
    await send();
    town.now += HOUR_MS;
    await send();
    expect(town.smtp.received.length).toBeGreaterThan(0);
    for (const mail of town.smtp.received) {
      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.to).toHaveLength(1);
      expect(mail.to).not.toContain('all@example.jp');
      expect(mail.headers.get('subject')).toHaveLength(1);
      expect(mail.text).toContain('場所:狭山公民館');
    }
  });

  test('a very long title is cut in the subject and whole in the text; rare letters arrive', async () => {
    const title = `𠮷野さんの${'スマホ'.repeat(100)}`;
    const { code } = await workshop({ titleJa: title });
    await apply(code);
    await send();
    const [mail] = town.smtp.received;
    expect(Array.from(mail?.subject ?? '')).toHaveLength(70);
    expect(mail?.subject).toMatch(/𠮷野さんの.*…$/);
    expect(mail?.text).toContain(title);
    expect(Math.max(...(mail?.raw.split('\r\n').map((line) => line.length) ?? []))).toBeLessThan(
      998
    );
  });

  test('who wants no contact hears nothing, even when the switch came while it waited', async () => {
    const { code } = await workshop();
    const { personId } = await apply(code);
    await town.db
      .updateTable('person')
      .set({ contact_stopped_at: town.now })
      .where('id', '=', personId)
      .execute();
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(await notices()).toMatchObject([{ state: 'not-wanted' }]);
  });

  test('what waited through days without mail is told by the desk', async () => {
    const { code } = await workshop();
    await apply(code);
    town.now += 2 * DAY_MS;
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(await notices()).toMatchObject([{ state: 'not-reached', failure: 'too-late' }]);
  });

  test('a supporter is written to at a login that is an address, and hears of nobody', async () => {
    const accounts = [];
    for (const login of ['s1@example.jp', 'supporter1']) {
      accounts.push(
        await inTransaction(town.db, (tx) =>
          createAccount(tx, {
            login,
            name: 'S',
            passwordHash: '-',
            roles: ['supporter'],
            now: town.now
          })
        )
      );
    }
    for (const account_id of accounts) {
      await plantNotice(town.db, {
        ...{ account_id, way: 'mail', kind: 'match-for-supporter', created_at: town.now },
        params: JSON.stringify({ matchId: 'm', venueId: 'sayama', startsAt: planned.startsAt })
      });
    }
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(town.smtp.received[0]?.text).toContain('令和8年12月1日 火曜日 午前10時、狭山公民館');
    expect(town.smtp.received[0]?.text).toContain('https://engawa.example.jp/supporter');
    expect((await notices()).map(({ failure }) => failure).toSorted()).toEqual([
      'no-address',
      null
    ]);
  });
});
