import { err, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';
import { findGuarded, type GuardKind } from './guard.ts';

/** 「こまったとき」: what happened at a meeting or around it, the gravest first. */
export const troubleKinds = [
  'unsafe',
  'money',
  'secret-asked',
  'met-elsewhere',
  'contact-asked',
  'not-come',
  'other'
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** Whose word it is; the person helped has no account, so the desk writes for them. */
export type TroubleTeller = 'supporter' | 'person';

/** open: nobody of the desk has dealt with it. The others say how it ended. */
export type TroubleState = 'open' | 'settled' | 'suspended';

export type Trouble = { readonly kind: TroubleKind; readonly note: string | null };

export type TroubleError = {
  readonly type: 'kind-missing' | 'note-too-long' | `guard-${GuardKind}`;
};

export const LONGEST_TROUBLE = 300;

/**
 * Decides whether what was typed is a report. Numbers, mail addresses and links are stopped as
 * everywhere; an invitation to meet elsewhere is not, since that is what may have to be told.
 */
export function decideTrouble(typed: {
  readonly kind: TroubleKind | undefined;
  readonly note: string;
}): Result<Trouble, TroubleError> {
  const note = cleanText(typed.note);
  if (!typed.kind) return err({ type: 'kind-missing' });
  if (note.length > LONGEST_TROUBLE) return err({ type: 'note-too-long' });
  const [stopped] = stoppedInTrouble(note);
  if (stopped) return err({ type: `guard-${stopped}` });
  return ok({ kind: typed.kind, note: note || null });
}

export function stoppedInTrouble(note: string): readonly GuardKind[] {
  return findGuarded(note).filter((kind) => kind !== 'meeting');
}
