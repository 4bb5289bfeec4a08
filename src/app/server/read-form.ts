import { newId } from '#shared/ids.ts';
import { cleanLine } from '#shared/text/clean.ts';

/** One line of a sent form, cleaned; empty when it is missing, a file, or longer than `longest`. */
export function lineOf(form: FormData, name: string, longest = 200): string {
  const value = form.get(name);
  if (typeof value !== 'string' || value.length > longest) return '';
  return cleanLine(value);
}

/** A value of a sent form exactly as typed; empty when it is missing, a file, or no text (a NUL). */
export function rawOf(form: FormData, name: string, longest = 1000): string {
  const value = form.get(name);
  if (typeof value !== 'string' || value.length > longest || value.includes('\0')) return '';
  return value;
}

/** The value of a sent form when it is one of the known codes. */
export function codeOf<Code extends string>(
  form: FormData,
  name: string,
  known: readonly Code[]
): Code | undefined {
  const value = form.get(name);
  return known.find((code) => code === value);
}

/** All values of a name that are known codes, in the order of the list. */
export function codesOf<Code extends string>(
  form: FormData,
  name: string,
  known: readonly Code[]
): Code[] {
  const values = form.getAll(name);
  return known.filter((code) => values.includes(code));
}

/** A whole number as typed, full-width digits too; `undefined` when it is none. */
export function wholeNumberOf(form: FormData, name: string): number | undefined {
  const digits = lineOf(form, name, 20).normalize('NFKC');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The key a form was made with; a new one when it came without. */
export function keyOf(form: FormData): string {
  const key = lineOf(form, 'key', 36);
  return UUID.test(key) ? key : newId();
}
