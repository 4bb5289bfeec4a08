import * as v from 'valibot';
import { applySteps } from '../domain/apply-form.ts';
import type { RefusedReason } from '../domain/apply-screen.ts';
import { afterAnswer, type KeptApplication, type SendAnswer } from '../domain/kept-application.ts';
import {
  forgetApplication,
  isNoNetwork,
  keepApplication,
  keptApplications
} from './kept-applications.ts';

/** What became of one application; without an `answer` it was not reached and goes on waiting. */
export type Sent = {
  readonly kept: KeptApplication;
  readonly answer: SendAnswer | undefined;
};

const LOCK = 'engawa-send-applications';
const PATIENCE_MS = 20_000;

const Answer = v.variant('kind', [
  v.object({ kind: v.literal('taken') }),
  v.object({ kind: v.literal('other-person') }),
  v.object({ kind: v.literal('malformed') }),
  v.object({ kind: v.literal('refused'), reason: v.string() }),
  v.object({
    kind: v.literal('step'),
    step: v.picklist(applySteps),
    errors: v.record(v.string(), v.string())
  })
]);

/**
 * Sends what waits, oldest first, one tab at a time. Nothing is removed before its answer is there, and
 * a lost answer costs nothing: the same key is the same application.
 *
 * - `onPage`: what a browser that keeps nothing holds only in its open page.
 */
export function sendKept(
  post: typeof fetch = fetch,
  onPage: readonly KeptApplication[] = []
): Promise<readonly Sent[]> {
  return navigator.locks.request(LOCK, async () => {
    const sent: Sent[] = [];
    const all = [...(await keptApplications(Date.now())), ...onPage];
    const waiting = all.filter(({ state }) => state === 'waiting');
    for (const kept of waiting.toReversed()) {
      const answer = await send(kept, post);
      sent.push({ kept, answer });
      if (answer) await take(kept, answer);
    }
    return sent;
  });
}

async function take(kept: KeptApplication, answer: SendAnswer): Promise<void> {
  const left = afterAnswer(kept, answer);
  if (left) await keepApplication(left);
  else await forgetApplication(kept.key, 'taken');
}

async function send(
  { code, entries }: KeptApplication,
  post: typeof fetch
): Promise<SendAnswer | undefined> {
  try {
    const response = await post(`/api/public/workshops/${encodeURIComponent(code)}/apply`, {
      method: 'POST',
      body: new URLSearchParams(entries.map(([name, value]) => [name, value])),
      signal: AbortSignal.timeout(PATIENCE_MS)
    });
    const answer = v.safeParse(Answer, await response.json());
    return answer.success ? toSendAnswer(answer.output) : undefined;
  } catch (failure) {
    if (isNoNetwork(failure)) return undefined;
    throw failure;
  }
}

function toSendAnswer(answer: v.InferOutput<typeof Answer>): SendAnswer {
  if (answer.kind === 'refused') return { ...answer, reason: answer.reason as RefusedReason };
  return answer;
}
