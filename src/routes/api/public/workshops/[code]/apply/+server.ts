import { json } from '@sveltejs/kit';
import { receiveKeptApplication } from '#app/server/receive-kept-application.ts';
import { holdReceipt } from '#app/server/receipt-cookie.ts';
import type { SendAnswer } from '#features/workshops/domain/kept-application.ts';
import type { RequestHandler } from './$types';

const STATUS: Readonly<Record<SendAnswer['kind'], number>> = {
  taken: 200,
  'other-person': 409,
  refused: 409,
  step: 422,
  malformed: 400
};

/** An application that was finished without a network, sent by the device that kept it. */
export const POST: RequestHandler = async ({
  request,
  params,
  locals,
  cookies,
  getClientAddress
}) => {
  const form = await request.formData().catch(() => undefined);
  const { answer, receiptToken } = await receiveKeptApplication(locals.app.db, {
    code: params.code,
    entries: form ?? [],
    address: getClientAddress(),
    now: locals.app.now()
  });
  if (receiptToken) holdReceipt(cookies, receiptToken, locals.app.settings);
  const headers = { 'cache-control': 'no-store' };
  return json(answer satisfies SendAnswer, { status: STATUS[answer.kind], headers });
};
