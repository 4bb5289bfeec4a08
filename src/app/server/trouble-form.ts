import { LONGEST_TROUBLE, troubleKinds, type TroubleKind } from '#features/board/domain/trouble.ts';
import { codeOf, keyOf, lineOf, rawOf } from './read-form.ts';

/** A report as it was typed, to show it again. */
export type TypedTrouble = {
  readonly matchId: string;
  readonly key: string;
  readonly kind: TroubleKind | undefined;
  readonly note: string;
};

export function readTrouble(form: FormData): TypedTrouble {
  return {
    matchId: lineOf(form, 'matchId', 36),
    key: keyOf(form),
    kind: codeOf(form, 'kind', troubleKinds),
    note: rawOf(form, 'note', LONGEST_TROUBLE * 4)
  };
}
