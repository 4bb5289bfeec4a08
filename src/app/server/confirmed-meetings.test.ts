import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import type { MatchCard } from '#features/board/domain/meeting.ts';
import type { Supporter } from '#features/board/server/supporters.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  confirmedMeeting,
  helpNow as now,
  newStaff,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { POST as offerByPhone } from '../../routes/api/supporter/offers/+server.ts';
import { confirmByRule, switchRule, undoByRule } from './confirm-by-rule.ts';
import { lookAtRequest } from './help-desk.ts';
import { openSlot, takeSlot } from './help-slots.ts';
import { swapMatch, type SwapMatch } from './swap-match.ts';
import { reportTrouble } from './trouble.ts';

describe.each(engines)('meetings that change, and that nobody confirmed, on $name', ({ open }) => {
  let opened: TestDb;
  let staff: string;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = await newStaff(opened.db);
  });
  beforeEach(async () => {
    for (const table of ['help_slot', 'help_match', 'help_request'] as const) {
      await opened.db.deleteFrom(table).execute();
    }
    await opened.db.updateTable('supporter').set({ state: 'resting' }).execute();
  });
  afterAll(() => opened.close());

  const meet = (supporter: Supporter) => confirmedMeeting(opened.db, { supporter, staff });
  const swap = (matchId: string, { id }: Supporter, change: Partial<SwapMatch> = {}) =>
    swapMatch(opened.db, city, {
      ...{ matchId, supporterId: id, venueId: 'chuo', proposal: aProposal },
      ...{ hasAgreed: true, actor: staff, now, ...change }
    });
  const meetingsOf = async (requestId: string) => {
    const looked = await lookAtRequest(opened.db, { id: requestId, actor: staff, now });
    if (!looked.ok) throw new Error(looked.error.type);
    return {
      state: looked.value.request.state,
      matches: looked.value.matches.map(
        (match) => `${match.state} ${match.cancelled_because ?? match.confirmed_by}`
      )
    };
  };
  const toTell = async (requestId: string) => {
    const rows = await opened.db
      .selectFrom('notice')
      .select(['kind', 'account_id', 'dedupe_key'])
      .where('state', '=', 'to-tell')
      .execute();
    const matches = await opened.db
      .selectFrom('help_match')
      .select('id')
      .where('request_id', '=', requestId)
      .execute();
    return rows
      .filter(({ dedupe_key }) => matches.some(({ id }) => dedupe_key.endsWith(id)))
      .map(({ kind, account_id }) => (account_id ? `${kind} ${account_id}` : kind))
      .toSorted();
  };
  const cardsOf = async ({ id }: Supporter) => {
    const rows = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', supporterScope(id))
      .execute();
    return rows.map(({ body }) => (JSON.parse(body) as MatchCard).state);
  };

  describe('another in the place of a confirmed meeting', () => {
    test('all three sides hear of it, both phones show it, and the history keeps it', async () => {
      const [before, after] = [await newSupporter(opened.db), await newSupporter(opened.db)];
      const { requestId, matchId } = await meet(before);
      await opened.db.updateTable('notice').set({ state: 'told' }).execute();
      expect(await swap(matchId, after)).toMatchObject({ ok: true, value: { requestId } });

      expect(await toTell(requestId)).toEqual(
        [
          'match-other-supporter',
          `match-cancelled-for-supporter ${before.accountId}`,
          `match-for-supporter ${after.accountId}`
        ].toSorted()
      );
      expect(await meetingsOf(requestId)).toEqual({
        state: 'matched',
        matches: ['cancelled swapped', `confirmed ${staff}`]
      });
      expect([await cardsOf(before), await cardsOf(after)]).toEqual([['cancelled'], ['confirmed']]);
    });

    test('another time is told once, by its new words, to whoever heard nothing before', async () => {
      const supporter = await newSupporter(opened.db);
      const { requestId, matchId } = await meet(supporter);
      const proposal = { ...aProposal, startsAt: '11:00' };
      expect(await swap(matchId, supporter, { proposal })).toMatchObject({ ok: true });
      expect(await toTell(requestId)).toEqual([
        'help-matched',
        `match-changed-for-supporter ${supporter.accountId}`
      ]);
    });

    const active = { state: 'active' } as const;
    test.each<[string, object, Partial<SwapMatch>, string]>([
      ['another phone', { phone_families: '["iphone"]' }, {}, 'misfit-family'],
      ['another language', { languages: '["en"]' }, {}, 'misfit-language'],
      ['a full month', { monthly_limit: 0 }, {}, 'misfit-month'],
      ['nobody’s yes', active, { hasAgreed: false }, 'misfit-offer'],
      ['a suspended one', { state: 'suspended' }, {}, 'supporter-gone'],
      ['a closed day', active, { proposal: { ...aProposal, date: '2026-11-30' } }, 'closed-day'],
      ['the afternoon', active, { proposal: { ...aProposal, startsAt: '14:00' } }, 'misfit-time'],
      ['another place', active, { venueId: 'sayama' }, 'misfit-place']
    ])('%s is refused, and the meeting stands as it was', async (_, row, change, type) => {
      const [before, after] = [await newSupporter(opened.db), await newSupporter(opened.db)];
      const { requestId, matchId } = await meet(before);
      await opened.db.updateTable('supporter').set(row).where('id', '=', after.id).execute();
      expect(await swap(matchId, after, change)).toEqual({ ok: false, error: { type } });
      expect((await meetingsOf(requestId)).matches).toEqual([`confirmed ${staff}`]);
      expect(await cardsOf(after)).toEqual([]);
    });

    test('one who is taken is not taken twice, whatever happens at the same moment', async () => {
      const [one, two, wanted] = [
        await newSupporter(opened.db),
        await newSupporter(opened.db),
        await newSupporter(opened.db)
      ];
      const [first, second] = [await meet(one), await meet(two)];
      const both = await Promise.all([swap(first.matchId, wanted), swap(second.matchId, wanted)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { type: 'misfit-busy' } });
    });

    test('two supporters in the place of one at the same moment: exactly one is', async () => {
      const [before, one, two] = [
        await newSupporter(opened.db),
        await newSupporter(opened.db),
        await newSupporter(opened.db)
      ];
      const { requestId, matchId } = await meet(before);
      const both = await Promise.all([swap(matchId, one), swap(matchId, two)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { type: 'not-now' } });
      expect((await meetingsOf(requestId)).matches).toHaveLength(2);
    });
  });

  describe('confirmed by the rule', () => {
    async function town() {
      const supporter = await newSupporter(opened.db);
      const requestId = await openRequest(opened.db);
      await lookAtRequest(opened.db, { id: requestId, actor: staff, now });
      const slot = await openSlot(opened.db, city, {
        ...{ venueId: 'chuo', actor: staff, now },
        proposal: { ...aProposal, hours: 1, wanted: 1 }
      });
      if (!slot.ok) throw new Error(slot.error.type);
      const { slotId } = slot.value;
      await takeSlot(opened.db, {
        ...{ slotId, supporterId: supporter.id, actor: supporter.accountId, now }
      });
      await switchRule(opened.db, { isOn: true, actor: staff, now });
      return { supporter, requestId, slotId };
    }
    const night = () => confirmByRule(opened.db, city, now);

    test('the night confirms what is sure; its history says so; undone, only a person decides', async () => {
      const { supporter, requestId } = await town();
      expect(await night()).toBe(1);
      expect(await meetingsOf(requestId)).toEqual({
        state: 'matched',
        matches: ['confirmed rule']
      });
      expect(await toTell(requestId)).toEqual([
        'help-matched',
        `match-for-supporter ${supporter.accountId}`
      ]);
      const { id: matchId } = await opened.db
        .selectFrom('help_match')
        .select('id')
        .executeTakeFirstOrThrow();
      const undo = () => undoByRule(opened.db, { matchId, actor: staff, now });
      expect(await undo()).toEqual({ ok: true, value: { requestId } });
      expect(await undo()).toEqual({ ok: false, error: { type: 'not-now' } });
      expect(await meetingsOf(requestId)).toEqual({
        state: 'on-board',
        matches: ['cancelled undone']
      });
      expect(await toTell(requestId)).toEqual([
        `match-cancelled-for-supporter ${supporter.accountId}`
      ]);
      expect(await cardsOf(supporter)).toEqual(['cancelled']);
      expect(await night()).toBe(0);
    });

    test.each<[string, (at: Awaited<ReturnType<typeof town>>) => Promise<unknown>]>([
      ['the rule is off', () => switchRule(opened.db, { isOn: false, actor: staff, now })],
      [
        'nobody has looked at the request',
        ({ requestId }) =>
          opened.db
            .updateTable('help_request')
            .set({ seen_at: null })
            .where('id', '=', requestId)
            .execute()
      ],
      ['no host is named', () => opened.db.updateTable('help_slot').set({ host: '' }).execute()],
      [
        'the supporter is watched',
        async ({ supporter, requestId }) => {
          await openOffer(opened.db, requestId, supporter);
          await opened.db.updateTable('offer').set({ withdrawals: 4 }).execute();
        }
      ],
      [
        'trouble with the supporter is open',
        async ({ supporter }) => {
          const { matchId } = await meet(supporter);
          await reportTrouble(opened.db, {
            ...{ matchId, key: newId(), supporterId: undefined, actor: staff, now },
            trouble: { kind: 'other', note: null }
          });
          await opened.db.updateTable('help_match').set({ state: 'done' }).execute();
        }
      ],
      [
        'the supporter’s month is full',
        () => opened.db.updateTable('supporter').set({ monthly_limit: 0 }).execute()
      ]
    ])('nothing is confirmed when %s', async (_, spoil) => {
      const at = await town();
      await spoil(at);
      expect(await night()).toBe(0);
      expect((await meetingsOf(at.requestId)).state).toBe('on-board');
    });

    test('an offer of somebody who took a place is a meeting at once; another’s waits', async () => {
      const { supporter, requestId } = await town();
      const other = await newSupporter(opened.db);
      const offer = async ({ accountId }: Supporter) => {
        const account = await findAccount(opened.db, accountId);
        const app = applicationFor(opened.db, () => now);
        const event = askedOf(app, { path: '/api/supporter/offers', ...(account && { account }) });
        const body = JSON.stringify({ requestId, key: newId() });
        const request = new Request('http://localhost/', {
          ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } }
        });
        const answer = await answerOf(() =>
          offerByPhone({ ...(event as object), request } as never)
        );
        if (answer.kind !== 'value') return answer;
        return (await (answer.value as Response).json()) as unknown;
      };
      expect(await offer(other)).toEqual({ state: 'open' });
      expect(await offer(supporter)).toEqual({ state: 'accepted' });
      expect(await meetingsOf(requestId)).toMatchObject({ matches: ['confirmed rule'] });
    });
  });
});
