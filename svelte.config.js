import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import { sourceHash } from './src/cli/source-hash.js';

/** The announcer that Kit writes into every hydrated page carries this one style attribute. */
const KIT_ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** The one inline script: it sets the reader's text size before the first paint (app.html). */
const [, inlineScript = ''] =
  /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
const inlineScriptHash = `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`;

const node = adapter({ out: 'build', precompress: true, envPrefix: 'KIT_' });

/** The server for Node, and beside its pages each lesson in one piece; compressed ahead by our own measure. */
const withPacks = {
  ...node,
  /** @param {import('@sveltejs/kit').Builder} builder */
  adapt: async (builder) => {
    const { compressAll } = await import('./src/cli/compress.ts');
    const { writePacks } = await import('./src/cli/write-packs.ts');
    await node.adapt(Object.create(builder, { compress: { value: compressAll } }));
    await writePacks('build', builder.prerendered.pages);
  }
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: withPacks,
    paths: { relative: false },
    version: { name: sourceHash() },
    inlineStyleThreshold: 10_000,
    serviceWorker: { register: false },
    typescript: {
      config: (config) => ({
        ...config,
        include: [
          ...config.include,
          '../tests/**/*.ts',
          '../src/**/*.ts',
          '../src/**/*.svelte',
          '../*.config.ts'
        ]
      })
    },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['none'],
        'script-src': [
          'self',
          'wasm-unsafe-eval',
          /** @type {`sha256-${string}`} */ (inlineScriptHash)
        ],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', KIT_ANNOUNCER_STYLE],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'media-src': ['self', 'blob:'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none']
      }
    }
  }
};
