import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Reads the QR code drawn there, from a picture of it, as a camera would. */
export async function readQr(place: Locator): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const wasmBinary = await readFile(resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });
  const codes = await readBarcodes(new Uint8Array(await place.screenshot()), {
    formats: ['QRCode']
  });
  const [code, ...more] = codes;
  if (!code || more.length > 0) throw new Error(`${codes.length} QR codes where one was expected`);
  return code.text;
}
