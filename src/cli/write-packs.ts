import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleAddress, bundlesOf, packOf } from '#features/lessons/domain/pack.ts';
import { languages } from '#shared/i18n/language.ts';
import { BROTLI_QUALITY } from './compress.ts';

/** The window in which repetitions are found: pages of a lesson repeat their style, so it spans them all. */
const WINDOW_BITS = 24;

/**
 * Writes each lesson's pages as one file for phones that keep them: in one piece they are a quarter of
 * what they are page by page, and one request instead of twelve.
 *
 * @param pages the made pages: file in `build/prerendered` by address.
 */
export async function writePacks(
  build: string,
  pages: ReadonlyMap<string, { readonly file: string }>
): Promise<void> {
  for (const language of languages) {
    for (const bundle of bundlesOf(packOf([...pages.keys()], language))) {
      const texts: Record<string, string> = {};
      for (const path of bundle.pages) {
        const file = pages.get(path)?.file ?? '';
        texts[path] = await readFile(join(build, 'prerendered', file), 'utf8');
      }
      const target = join(build, 'client', bundleAddress(language, bundle.name));
      await mkdir(join(target, '..'), { recursive: true });
      const content = Buffer.from(JSON.stringify(texts));
      await Promise.all([
        writeFile(target, content),
        writeFile(`${target}.br`, brotli(content)),
        writeFile(`${target}.gz`, gzipSync(content))
      ]);
    }
  }
}

function brotli(content: Buffer): Buffer {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length
    }
  });
}
