import { build } from 'vite';

/** A page's script as one text, made of the project's own modules as its build makes them. */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry, formats: ['iife'], name: 'bench', fileName: 'bench' }
    }
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`${entry} gave no script`);
  return chunk.code;
}
