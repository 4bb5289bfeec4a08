import * as v from 'valibot';

const CODE = /\/supporters\/card\/([\w-]{14})$/;

/**
 * The code in what a card's QR says, whatever address it begins with: it is asked of our own server and
 * nothing is opened. `undefined` for a QR that is no supporter's card.
 */
export function cardCodeIn(text: string): string | undefined {
  return CODE.exec(text.trim())?.[1];
}

/** What a tablet asks about a card it has read. */
export const CardQuestion = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)) });

/** What a host hears: the name, so that face and card can be asked about, or that it is not valid now. */
export const CheckedCard = v.variant('kind', [
  v.strictObject({ kind: v.literal('valid'), name: v.string() }),
  v.strictObject({ kind: v.literal('not-valid') })
]);
export type CheckedCard = v.InferOutput<typeof CheckedCard>;
