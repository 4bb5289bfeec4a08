import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import {
  addDays,
  DAY_MS,
  HOUR_MS,
  instantOf,
  localDateOf,
  localTimeOf,
  weekdayOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import { pick } from './people.ts';

/** A class of the demonstration and how many apply for it. */
export type DemoClass = {
  readonly plan: WorkshopPlan;
  readonly applicants: number;
  /** A lottery whose lots are drawn already. */
  readonly isDrawn?: boolean;
};

const VENUES = ['chuo', 'nangai', 'sayama', 'zoshiki', 'kamikitadai'] as const;
const PAST_CLASSES = 9;
const DAYS_BETWEEN = 40;
const CLOSED_WEEKDAY = 1;

const SUBJECTS = [
  {
    ja: 'はじめてのスマホ',
    en: 'First steps with a smartphone',
    aboutJa: 'さわり方と電話から、ゆっくり始めます。',
    aboutEn: 'We begin slowly, with how to touch and how to telephone.'
  },
  {
    ja: 'LINEで家族とつながる',
    en: 'Staying close to family with LINE',
    aboutJa: 'ことばと写真を送ってみます。まちがえても大丈夫です。',
    aboutEn: 'We send words and pictures. Nothing can go wrong.'
  },
  {
    ja: '写真をとる、見る、送る',
    en: 'Taking, seeing and sending photos',
    aboutJa: 'お庭や食卓を写して、見せ合います。',
    aboutEn: 'We photograph the garden or the table and show each other.'
  },
  {
    ja: '市の手続きをスマホで',
    en: "The city's services on your phone",
    aboutJa: '練習の画面で、申請の流れをためします。',
    aboutEn: 'We try an application from start to end on practice screens.'
  }
] as const;

/**
 * Nine classes of the past year; one of ten seats and twelve applicants today, so that reception can be
 * tried; one with free seats, one full to the end of its line, a course of three dates, and lotteries.
 */
export function classesAround(now: Instant): readonly DemoClass[] {
  const today = localDateOf(now);
  const past = Array.from({ length: PAST_CLASSES }, (_, index) => {
    const date = openDay(addDays(today, -DAYS_BETWEEN * (PAST_CLASSES - index)));
    return { plan: planOf(index + 1, [date], '10:00'), applicants: 8 + ((index * 3) % 6) };
  });
  const next = openDay(addDays(today, 12));
  const full = openDay(addDays(today, 16));
  const course = openDay(addDays(today, 22));
  return [
    ...past,
    { plan: planOf(10, [today], hourForToday(now)), applicants: 12 },
    { plan: { ...planOf(11, [next], '10:00'), loanPhones: 6 }, applicants: 5 },
    { plan: { ...planOf(12, [full], '14:00'), longestLine: 3 }, applicants: 13 },
    {
      plan: {
        ...planOf(13, [course, addDays(course, 7), addDays(course, 14)], '10:00'),
        titleJa: 'スマホ入門(3回でひとつ)',
        titleEn: 'Smartphone course in three parts',
        seats: 12
      },
      applicants: 4
    },
    ...lotteriesAround(today)
  ];
}

/** One that takes applications, 3.4 for each seat; one that waits to be drawn; and one that is drawn. */
function lotteriesAround(today: LocalDate): readonly DemoClass[] {
  return [
    { plan: lotteryOf(14, addDays(today, 20), addDays(today, 8)), applicants: 34 },
    { plan: lotteryOf(15, addDays(today, 13), addDays(today, -1)), applicants: 18 },
    { plan: lotteryOf(16, addDays(today, 8), addDays(today, -3)), applicants: 16, isDrawn: true }
  ];
}

function lotteryOf(number: number, date: LocalDate, closes: LocalDate): WorkshopPlan {
  return {
    ...planOf(number, [openDay(date)], '10:00'),
    titleJa: 'アンドロイドのスマホ教室',
    titleEn: 'A class for Android phones',
    selection: 'lottery',
    closesAt: instantOf(closes, '17:00'),
    lottery: {
      drawsAt: instantOf(closes, '17:30'),
      rules: {
        priorities: { 'first-timer': 'first', 'aged-75': 'two-lots', resident: 'two-lots' },
        seatsPerYear: 3
      }
    }
  };
}

function planOf(number: number, dates: readonly LocalDate[], time: string): WorkshopPlan {
  const subject = pick(SUBJECTS, number + 2);
  const first = dates[0] ?? '';
  return {
    code: `C${number}`,
    kind: 'class',
    titleJa: subject.ja,
    titleEn: subject.en,
    aboutJa: subject.aboutJa,
    aboutEn: subject.aboutEn,
    bringJa: '飲みもの',
    bringEn: 'A drink',
    venueId: pick(VENUES, number),
    seats: 10,
    roomChairs: 24,
    longestLine: 5,
    loanPhones: 4,
    selection: 'first-come',
    opensAt: instantOf(first, '08:30') - 35 * DAY_MS,
    closesAt: instantOf(addDays(first, -1), '17:00'),
    state: 'open',
    sessions: dates.map((date) => ({
      startsAt: instantOf(date, time),
      endsAt: instantOf(date, time) + 2 * HOUR_MS
    }))
  };
}

/** A time at which today's class is still to come or on, whenever the demonstration is started. */
function hourForToday(now: Instant): string {
  const clock = localTimeOf(now);
  if (clock < '11:30') return '10:00';
  return clock < '15:30' ? '14:00' : '18:00';
}

/** The day itself, or the next one when the halls rest. */
function openDay(date: LocalDate): LocalDate {
  return weekdayOf(date) === CLOSED_WEEKDAY ? addDays(date, 1) : date;
}
