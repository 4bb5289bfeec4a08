import { LONGEST_TROUBLE, troubleKinds, type TroubleKind } from '#features/board/domain/trouble.ts';
import { newId } from '#shared/ids.ts';
import { codeOf, lineOf, rawOf } from './read-form.ts';

/** A report as it was typed, to show it again. */
export type TypedTrouble = {
  readonly matchId: string;
  readonly key: string;
  readonly kind: TroubleKind | undefined;
  readonly note: string;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readTrouble(form: FormData): TypedTrouble {
  const key = lineOf(form, 'key', 36);
  return {
    matchId: lineOf(form, 'matchId', 36),
    key: UUID.test(key) ? key : newId(),
    kind: codeOf(form, 'kind', troubleKinds),
    note: rawOf(form, 'note', LONGEST_TROUBLE * 4)
  };
}
