import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { HOUR_MS } from '#shared/time/instant.ts';
import type { Db } from '#server/db/database.ts';
import { writeFilm } from '#tests/support/camera-film.ts';
import { chromiumLaunch } from '#tests/support/chromium.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import { prepareTablet, row, sendAll, status, TABLET } from '#tests/support/door.ts';
import { startAnew, venueCodeIn } from '#tests/support/field.ts';
import { expect, setOffline, test } from '#tests/support/journey.ts';

/** What a tablet made its door hear and feel, in order: `vibrate 80`, `tone 880`. */
type Signals = { readonly signals: string[] };

/** Listens at the browser's own loudspeaker and motor; what it hears goes on to them. */
function listen(): void {
  const signals: string[] = [];
  Object.assign(window, { signals } satisfies Signals);
  const vibrate = navigator.vibrate.bind(navigator);
  navigator.vibrate = (pattern) => {
    const pulses = typeof pattern === 'number' ? [pattern] : [...pattern];
    signals.push(`vibrate ${pulses.join(' ')}`);
    return vibrate(pulses);
  };
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function () {
    const tone = createOscillator.call(this);
    const start = tone.start.bind(tone);
    tone.start = (when) => {
      signals.push(`tone ${tone.frequency.value}`);
      start(when);
    };
    return tone;
  };
}

const signalsOn = (page: Page) => page.evaluate(() => [...(window as unknown as Signals).signals]);

async function ticketOf(db: Db, origin: string, participationId: string): Promise<string> {
  const { receipt_token } = await db
    .selectFrom('participation')
    .innerJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
    .select('sign_up.receipt_token')
    .where('participation.id', '=', participationId)
    .executeTakeFirstOrThrow();
  return `${origin}/receipt?t=${receipt_token}`;
}

test('a real browser reads receipts from its camera without a network, and the door hears what came of each', async ({
  town
}) => {
  test.setTimeout(120_000);
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  const hana = await makeParticipation(town.db, sessionId, 'さとう はな');
  const ken = await makeParticipation(town.db, sessionId, 'いとう けんじ');
  const folder = await mkdtemp(join(tmpdir(), 'engawa-film-'));
  const film = join(folder, 'door.y4m');
  await writeFilm(film, [
    await ticketOf(town.db, town.origin, hana),
    await ticketOf(town.db, town.origin, ken),
    `${town.origin}/receipt?t=another-day`
  ]);
  const launch = await chromiumLaunch();
  const browser = await chromium.launch({
    ...launch,
    args: [
      ...(launch.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`
    ]
  });
  try {
    const context = await browser.newContext({
      ...TABLET,
      ...{ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' }
    });
    await context.addInitScript(listen);
    const page = await prepareTablet(context, town.origin, `/staff/sessions/${sessionId}`, 'A');
    const card = await venueCodeIn(town.db, sessionId);
    await setOffline(context, true);
    await startAnew(page, card);

    // One receipt: the camera closes, and whoever came is chosen.
    await page.getByRole('button', { name: 'QRで受付' }).tap();
    await expect(status(page).filter({ hasText: '受付しました' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'QRを 写してください' })).toBeHidden();
    expect(await signalsOn(page)).toEqual(['vibrate 80', 'tone 880']);

    // One after the other: the camera stays, a code that is held counts once, each outcome has its sound.
    await page.getByRole('button', { name: 'つづけて受付' }).tap();
    await expect(status(page).filter({ hasText: 'もう受付ずみ' })).toBeVisible();
    await expect(status(page).filter({ hasText: '受付しました' })).toBeVisible();
    await expect(status(page).filter({ hasText: 'きょうの名簿に いません' })).toBeVisible();
    const heard = await signalsOn(page);
    expect(heard.slice(2)).toEqual([
      ...['vibrate 80 80 80', 'tone 660', 'tone 660'],
      ...['vibrate 80', 'tone 880'],
      ...['vibrate 200 80 200 80 200', 'tone 330', 'tone 330', 'tone 330']
    ]);
    for (const name of ['さとう はな', 'いとう けんじ'])
      await expect(row(page, name)).toContainText('来た');

    // Silenced, and silent still when it is opened again.
    const silence = page.getByRole('checkbox', { name: '音と振動を 出さない' });
    await silence.check();
    await startAnew(page, card);
    await expect(silence).toBeChecked();
    await page.getByRole('button', { name: 'つづけて受付' }).tap();
    await expect(status(page).filter({ hasText: 'もう受付ずみ' })).toBeVisible();
    expect(await signalsOn(page)).toEqual([]);

    await setOffline(context, false);
    await sendAll(page);
    const facts = await town.db
      .selectFrom('operation')
      .select(['entity_id', 'result'])
      .where('type', '=', 'attend.checkin')
      .execute();
    expect(facts.toSorted((one, other) => one.entity_id.localeCompare(other.entity_id))).toEqual(
      [hana, ken].toSorted().map((entity_id) => ({ entity_id, result: 'applied' }))
    );
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
