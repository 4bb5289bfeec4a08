/** What help is asked for; one touch each, told as codes and never as stories. */
export const topics = [
  'basics',
  'phone-calls',
  'typing',
  'camera-photos',
  'qr-code',
  'mail-sms',
  'line',
  'internet',
  'map',
  'apps',
  'settings',
  'new-phone',
  'city-line',
  'online-application',
  'my-number-card',
  'disaster-info',
  'other'
] as const;
export type Topic = (typeof topics)[number];

/** Never on the board: they go to staff, 188 (消費生活センター) or the police (#9110). */
export const deskOnlyTopics = ['money', 'bank', 'inheritance', 'fraud'] as const;
export type DeskOnlyTopic = (typeof deskOnlyTopics)[number];

/** When it suits: half days, weekdays or weekends, in a venue's opening hours. */
export const helpTimes = [
  'weekday-morning',
  'weekday-afternoon',
  'weekend-morning',
  'weekend-afternoon'
] as const;
export type HelpTime = (typeof helpTimes)[number];

/**
 * received: the desk has not seen it. on-board: supporters see topic, place, time and phone family.
 * matched: a supporter is confirmed. The others are ends.
 */
export const requestStates = [
  'received',
  'on-board',
  'matched',
  'done',
  'handed-over',
  'declined',
  'withdrawn'
] as const;
export type RequestState = (typeof requestStates)[number];
