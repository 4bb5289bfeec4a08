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

/** The topics as they are shown: a few under each heading. */
export const topicGroups = [
  { name: 'phone', topics: ['basics', 'phone-calls', 'typing', 'settings', 'new-phone'] },
  { name: 'talk', topics: ['line', 'mail-sms', 'camera-photos'] },
  { name: 'use', topics: ['internet', 'qr-code', 'map', 'apps', 'disaster-info'] },
  { name: 'city', topics: ['city-line', 'online-application', 'my-number-card'] },
  { name: 'other', topics: ['other'] },
  { name: 'desk', topics: deskOnlyTopics }
] as const satisfies readonly { name: string; topics: readonly (Topic | DeskOnlyTopic)[] }[];

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

/** To whom the desk hands a request over when a supporter is not the right one. */
export const handOverTargets = [
  'office',
  'shop',
  'consumer-center',
  'police',
  'care-center'
] as const;
export type HandOverTarget = (typeof handOverTargets)[number];

/** Why it is handed over; what is for the desk only has its own topic besides. */
export const handOverReasons = [
  'contract',
  'suspicion',
  'care',
  'procedure',
  'device',
  'wish'
] as const;
export type HandOverReason = (typeof handOverReasons)[number];

export type HandOver = { readonly to: HandOverTarget; readonly because: HandOverReason };

/** What the desk may do with a request. */
export const requestSteps = [
  'put-on-board',
  'take-off-board',
  'decline',
  'hand-over',
  'withdraw'
] as const;
export type RequestStep = (typeof requestSteps)[number];

/** The state a step leads to, by the states it may be taken from. A matched request is cancelled first. */
const STEPS: Readonly<Record<RequestStep, Partial<Record<RequestState, RequestState>>>> = {
  'put-on-board': { received: 'on-board' },
  'take-off-board': { 'on-board': 'received' },
  decline: { received: 'declined', 'on-board': 'declined' },
  'hand-over': { received: 'handed-over', 'on-board': 'handed-over' },
  withdraw: { received: 'withdrawn', 'on-board': 'withdrawn' }
};

/** @returns the new state, or `undefined` when the step may not be taken now. */
export function stateAfter(
  step: RequestStep,
  request: { readonly state: RequestState; readonly topic: Topic | DeskOnlyTopic }
): RequestState | undefined {
  if (step === 'put-on-board' && (deskOnlyTopics as readonly string[]).includes(request.topic)) {
    return undefined;
  }
  return STEPS[step][request.state];
}
