import type { Cookies } from '@sveltejs/kit';
import { heldReceipts } from './receipt-cookie.ts';
import { findReceipt, type Receipt } from './receipts.ts';

/** Only a receipt whose token this browser holds; another's number opens nothing. */
export async function findHeldReceipt(
  { app }: App.Locals,
  cookies: Cookies,
  number: FormDataEntryValue | null
): Promise<Receipt | undefined> {
  for (const token of heldReceipts(cookies, app.settings)) {
    const receipt = await findReceipt(app.db, token);
    if (receipt?.number === number) return receipt;
  }
  return undefined;
}
