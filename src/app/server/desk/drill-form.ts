import { codeOf, lineOf, rawOf } from '#app/server/read-form.ts';
import { type Drill, drillWays } from '#features/practice-phone/domain/drill.ts';
import type { Words } from '#features/practice-phone/domain/turn.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';

const LONGEST_LINE = 120;
const MOST_LINES = { body: 4, wouldHave: 3 } as const;

export const drillFields = ['topic', 'from', 'body', 'bait', 'wouldHave', 'why'] as const;
export type DrillField = (typeof drillFields)[number];
export type DrillErrors = Readonly<
  Partial<Record<DrillField, 'missing' | 'too-many-lines' | 'too-long'>>
>;

/** Every field as typed, so that a form with a mistake comes back whole. */
export type TypedDrill = Readonly<Record<string, string>>;

/**
 * Reads the form of a drill. English is optional: where it is missing, both languages say the Japanese.
 * `body` and `wouldHave` are a paragraph a line.
 */
export function readDrillForm(form: FormData): {
  readonly typed: TypedDrill;
  readonly drill: Result<Drill, DrillErrors>;
} {
  const errors: Partial<Record<DrillField, NonNullable<DrillErrors[DrillField]>>> = {};
  const typed: Record<string, string> = { id: lineOf(form, 'id', 60) };
  const way = codeOf(form, 'way', drillWays) ?? 'call';
  typed['way'] = way;

  const lines = (field: DrillField, most: number): Words[] => {
    const ja = linesOf(form, `${field}Ja`, typed);
    const en = linesOf(form, `${field}En`, typed);
    if (ja.length === 0) errors[field] = 'missing';
    else if (ja.length > most) errors[field] = 'too-many-lines';
    else if ([...ja, ...en].some((line) => line.length > LONGEST_LINE)) errors[field] = 'too-long';
    return ja.map((line, index) => ({ ja: line, en: en[index] ?? line }));
  };
  const line = (field: DrillField): Words => lines(field, 1)[0] ?? { ja: '', en: '' };

  const drill: Drill = {
    id: typed['id'] ?? '',
    way,
    topic: line('topic'),
    from: line('from'),
    body: lines('body', MOST_LINES.body),
    bait: line('bait'),
    wouldHave: lines('wouldHave', MOST_LINES.wouldHave),
    why: line('why')
  };
  return { typed, drill: Object.keys(errors).length > 0 ? err(errors) : ok(drill) };
}

function linesOf(form: FormData, name: string, typed: Record<string, string>): string[] {
  const text = cleanText(rawOf(form, name));
  typed[name] = text;
  return text.split('\n').filter((line) => line !== '');
}
