import type { Translate } from '#shared/i18n/translator.ts';
import type { MessageError } from '../domain/message.ts';

/** What may be wrong with the words themselves, or with what they are about. */
export type MessageTrouble =
  MessageError['type'] | 'match-missing' | 'not-found' | 'no-meeting' | 'over' | 'too-many';

/** The sentence of what must be mended, under the name of its field; `about` names the meeting. */
export function messageErrors(
  t: Translate,
  code: MessageTrouble | undefined,
  about: string
): Record<string, string> {
  if (code === undefined) return {};
  if (code === 'kind-missing') return { kind: t(`board.messages.errors.${code}`) };
  if (code === 'text-missing' || code === 'text-too-long') {
    return { text: t(`board.messages.errors.${code}`) };
  }
  if (isGuard(code)) return { text: t(`board.help.errors.${code}`) };
  return { [about]: t(`board.messages.errors.${code}`) };
}

function isGuard(code: MessageTrouble): code is Extract<MessageTrouble, `guard-${string}`> {
  return code.startsWith('guard-');
}
