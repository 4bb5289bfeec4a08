import { endSignIn } from '#app/server/end-sign-in.ts';
import { forgetReceipts } from '#app/server/receipt-cookie.ts';
import type { RequestHandler } from './$types';

/** 「次の人へ」: the cookies of the person before go, receipts and sign-in alike. What was applied for stays. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
  forgetReceipts(cookies, locals.app.settings);
  await endSignIn(cookies, locals.app);
  return new Response(null, { status: 204 });
};
