/** What somebody must hear of; the words stand in the locales under `notices.kinds`. */
export const noticeKinds = [
  'sign-up-confirmed',
  'sign-up-waiting',
  'sign-up-cancelled',
  'sign-up-promoted',
  'seat-asked',
  'session-changed',
  'session-cancelled',
  'session-reminder',
  'session-changed-for-supporter',
  'session-cancelled-for-supporter',
  'lottery-entered',
  'lottery-won',
  'lottery-waiting',
  'help-received',
  'help-matched',
  'match-for-supporter',
  'help-not-possible',
  'help-handed-over',
  'match-cancelled',
  'match-cancelled-for-supporter',
  'match-changed',
  'match-other-supporter',
  'match-changed-for-supporter',
  'message-passed-on',
  'message-passed-on-for-supporter',
  'message-answered',
  'message-answered-for-supporter',
  'supporter-applied',
  'supporter-welcome',
  'supporter-not-possible',
  'supporter-suspended',
  'supporter-promise-due',
  'log-missing',
  'trouble-received',
  'slot-closed-for-supporter'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `not-wanted`: the person wants no letter and no call; it is kept so that nobody wonders. */
export const noticeStates = ['to-tell', 'told', 'not-reached', 'not-wanted'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Why nobody is to write or call any more; codes, for an illness is nobody's note. */
export const stopReasons = ['not-wanted', 'hospital', 'deceased', 'moved'] as const;
export type StopReason = (typeof stopReasons)[number];
