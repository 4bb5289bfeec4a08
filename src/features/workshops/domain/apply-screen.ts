import type { ApplicationFields, FieldErrors } from './application.ts';
import type { ApplyStep } from './apply-form.ts';
import type { PlaceError } from './place.ts';

/** Why an application was not taken; each is one sentence under `workshops.apply.refused`. */
export type RefusedReason =
  | Exclude<PlaceError['type'], 'companions-over-chairs'>
  | 'workshop-not-found'
  | 'too-many-applications';

type Carried = { readonly key: string; readonly fields: ApplicationFields };

/** What the application page shows. */
export type ApplyScreen =
  | ({
      readonly kind: 'step';
      readonly step: ApplyStep;
      readonly errors: FieldErrors;
      readonly fromSummary: boolean;
    } & Carried)
  | ({ readonly kind: 'summary' } & Carried)
  /** The form came before with other answers; `key` is a fresh one. */
  | ({ readonly kind: 'other-person' } & Carried)
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'malformed' };
