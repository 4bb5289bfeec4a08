import { randomBytes } from 'node:crypto';

/** The key of a new application form: sent again with it, an application stays one application. */
export function newFormKey(): string {
  return randomBytes(16).toString('hex');
}
