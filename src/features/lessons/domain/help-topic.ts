import type { Topic } from '#features/board/domain/request.ts';

/** What a person who is stuck in a chapter asks about, where a lesson has no topic of its own. */
const CHAPTER_TOPICS: Readonly<Record<string, Topic>> = {
  '0': 'basics',
  '1': 'settings',
  '2': 'basics',
  '3': 'apps',
  '4': 'other',
  '5': 'online-application',
  '6': 'online-application'
};

const LESSON_TOPICS: Readonly<Record<string, Topic>> = {
  '0-0': 'new-phone',
  '1-1': 'basics',
  '2-1': 'phone-calls',
  '2-2': 'phone-calls',
  '2-3': 'typing',
  '2-4': 'typing',
  '2-5': 'typing',
  '2-6': 'camera-photos',
  '2-7': 'qr-code',
  '3-2': 'internet',
  '3-3': 'map',
  '3-4': 'mail-sms',
  '3-5': 'line',
  '3-6': 'line',
  '3-7': 'internet',
  '4-1': 'settings',
  '4-4': 'internet',
  '5-1': 'my-number-card',
  '5-2': 'my-number-card',
  '5-3': 'my-number-card',
  '5-5': 'disaster-info',
  '6-1': 'city-line',
  '6-4': 'my-number-card',
  '6-8': 'apps'
};

/** What a request for help about a lesson is about. */
export function helpTopicOf(slug: string): Topic {
  return LESSON_TOPICS[slug] ?? CHAPTER_TOPICS[slug.charAt(0)] ?? 'other';
}
