import { createHash, createHmac } from 'node:crypto';
import type { Hashes } from '../domain/lottery-record.ts';

export const hashes: Hashes = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex')
};
