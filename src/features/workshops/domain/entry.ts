import type { Channel } from '#features/people/domain/person.ts';
import type { ApplicationFields, FieldErrors } from './application.ts';

/** How a form reaches the desk; the web has its own. */
export const deskChannels = [
  'phone',
  'counter',
  'paper',
  'fax',
  'post'
] as const satisfies readonly Channel[];
export type DeskChannel = (typeof deskChannels)[number];

/** A form as typed by a clerk, in the order of the paper form. */
export type TypedEntry = ApplicationFields & {
  readonly channel: DeskChannel | '';
  readonly town: string;
  /** Made with the form, so that pressing twice is one sign-up. */
  readonly key: string;
  /** What the clerk has looked at under 「同じ方かもしれません」; empty before. */
  readonly looked: string;
};

export type EntryErrors = FieldErrors & { readonly channel?: 'channelNotChosen' };
