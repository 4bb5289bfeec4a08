import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

export const SHORTEST_PASSWORD = 12;

const derive = promisify(argon2);

/** A PHC string (`$argon2id$v=19$m=…`), which names its own settings so that they may grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, MEMORY_KIB, PASSES);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${base64(salt)}$${base64(tag)}`;
}

/** True when the password is the one that was hashed; takes the same time for any wrong one. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, , , settings = '', salt = '', expected = ''] = hash.split('$');
  const [, memory = '', passes = ''] = /^m=(\d+),t=(\d+),p=1$/.exec(settings) ?? [];
  const expectedTag = Buffer.from(expected, 'base64');
  if (expectedTag.length !== TAG_BYTES) throw new Error('a stored password hash is not argon2id');

  const tag = await tagOf(password, Buffer.from(salt, 'base64'), Number(memory), Number(passes));
  return timingSafeEqual(tag, expectedTag);
}

function tagOf(password: string, salt: Buffer, memory: number, passes: number): Promise<Buffer> {
  return derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    memory,
    passes,
    parallelism: 1,
    tagLength: TAG_BYTES
  });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
