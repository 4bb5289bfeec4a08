import { createHmac } from 'node:crypto';
import { sha256 } from '#server/hash.ts';
import type { Hashes } from '../domain/lottery-record.ts';

export const hashes: Hashes = {
  sha256,
  hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex')
};
