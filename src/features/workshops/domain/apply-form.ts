import { err, ok, type Result } from '#shared/result.ts';
import {
  asksWhereLiving,
  emptyFields,
  readApplication,
  waysFor,
  type Application,
  type ApplicationField,
  type ApplicationFields,
  type FieldErrors,
  type FormOf
} from './application.ts';

/** The questions in the order they are asked, one on each screen. */
export const applySteps = [
  'name',
  'helper',
  'phone',
  'age',
  'home',
  'family',
  'loan',
  'companions',
  'needs',
  'way',
  'mail'
] as const;
export type ApplyStep = (typeof applySteps)[number];

export const fieldsOfStep: Readonly<Record<ApplyStep, readonly ApplicationField[]>> = {
  name: ['kana', 'name', 'forOther'],
  helper: ['helperName', 'relation'],
  phone: ['phone', 'noPhone'],
  age: ['ageBand'],
  home: ['livesHere'],
  family: ['phoneFamily'],
  loan: ['loanPhone'],
  companions: ['companions'],
  needs: ['needs'],
  way: ['way'],
  mail: ['mail']
};

/** One screen as it was sent: every answer so far, and where the person wants to go. */
export type PostedScreen = {
  readonly key: string;
  readonly fields: ApplicationFields;
  readonly step: ApplyStep | 'summary';
  readonly go: 'next' | 'back' | 'send' | { readonly change: ApplyStep };
  /** The person came from the summary to change this one answer. */
  readonly fromSummary: boolean;
};

/** What is shown next; `send` when everything is answered and the person said so. */
export type NextScreen =
  | {
      readonly kind: 'step';
      readonly step: ApplyStep;
      readonly errors: FieldErrors;
      readonly fromSummary: boolean;
    }
  | { readonly kind: 'summary' }
  | { readonly kind: 'send'; readonly application: Application };

const KEY = /^[0-9a-z]{32}$/;
/** Nobody types more into one line; what is longer is no form of ours. */
const LONGEST_VALUE = 500;
const CONTROLS = ['key', 'step', 'go', 'from'] as const;

/** Reads the fields of a sent screen. `malformed`: it did not come from our form. */
export function readPostedScreen(
  entries: Iterable<readonly [string, unknown]>
): Result<PostedScreen, { readonly type: 'malformed' }> {
  const malformed = err({ type: 'malformed' } as const);
  const told = new Map<string, string>();
  const needs: string[] = [];
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || value.length > LONGEST_VALUE) return malformed;
    if (name === 'needs') {
      if (needs.push(value) > LONGEST_VALUE) return malformed;
      continue;
    }
    if (told.has(name) || !isKnown(name)) return malformed;
    told.set(name, value);
  }
  const step = [...applySteps, 'summary' as const].find((known) => known === told.get('step'));
  const go = toGo(told.get('go') ?? 'next');
  const key = told.get('key') ?? '';
  if (!step || !go || !KEY.test(key)) return malformed;

  const texts = Object.keys(emptyFields).map((name) => [name, told.get(name) ?? '']);
  const fields = { ...(Object.fromEntries(texts) as ApplicationFields), needs };
  return ok({ key, fields, step, go, fromSummary: told.get('from') === 'summary' });
}

function isKnown(name: string): boolean {
  return Object.hasOwn(emptyFields, name) || CONTROLS.some((control) => control === name);
}

function toGo(text: string): PostedScreen['go'] | undefined {
  if (text === 'next' || text === 'back' || text === 'send') return text;
  const change = applySteps.find((step) => text === `change-${step}`);
  return change && { change };
}

/**
 * The questions this person is asked: nothing about a helper where there is none, no loan phone where
 * none are lent, no way where there is only one, no address without mail.
 */
export function stepsFor(fields: ApplicationFields, form: FormOf): readonly ApplyStep[] {
  const ways = waysFor(fields, form);
  return applySteps.filter((step) => {
    if (step === 'helper') return fields.forOther === 'yes';
    if (step === 'loan') return form.loanPhones > 0;
    if (step === 'home') return asksWhereLiving(form);
    if (step === 'mail') return fields.way === 'mail' && ways.includes('mail');
    return step !== 'way' || ways.length > 1;
  });
}

/** Decides the next screen. An answer that cannot be read keeps its screen, with what was typed. */
export function nextScreen(posted: PostedScreen, form: FormOf): NextScreen {
  const { fields, step, go, fromSummary } = posted;
  const steps = stepsFor(fields, form);
  if (typeof go === 'object') return stepScreen(go.change, {}, true);
  if (go === 'back') return screenBefore(step, steps, fromSummary);

  const read = readApplication(fields, form);
  const errors = read.ok ? {} : read.error;
  if (step !== 'summary') {
    const wrong = errorsOfStep(step, errors);
    if (Object.keys(wrong).length > 0) return stepScreen(step, wrong, fromSummary);
    const next = steps[steps.indexOf(step) + 1];
    if (next && !fromSummary) return stepScreen(next, {}, false);
  }
  if (!read.ok) return firstOpenScreen(steps, errors, go === 'send');
  return go === 'send' && step === 'summary'
    ? { kind: 'send', application: read.value }
    : { kind: 'summary' };
}

/** A question that a change has opened is asked without a complaint; one that was sent open is told. */
function firstOpenScreen(
  steps: readonly ApplyStep[],
  errors: FieldErrors,
  isSent: boolean
): NextScreen {
  const step = steps.find((known) => Object.keys(errorsOfStep(known, errors)).length > 0) ?? 'name';
  return stepScreen(step, isSent ? errorsOfStep(step, errors) : {}, true);
}

function screenBefore(
  step: ApplyStep | 'summary',
  steps: readonly ApplyStep[],
  fromSummary: boolean
): NextScreen {
  if (fromSummary) return { kind: 'summary' };
  const index = step === 'summary' ? steps.length : steps.indexOf(step);
  return stepScreen(steps[Math.max(index - 1, 0)] ?? 'name', {}, false);
}

function stepScreen(step: ApplyStep, errors: FieldErrors, fromSummary: boolean): NextScreen {
  return { kind: 'step', step, errors, fromSummary };
}

function errorsOfStep(step: ApplyStep, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    fieldsOfStep[step].flatMap((field) => (errors[field] ? [[field, errors[field]]] : []))
  );
}
