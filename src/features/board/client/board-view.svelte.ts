import { newId } from '#shared/ids.ts';
import type { Board } from '../domain/board.ts';
import { fetchBoard, sendOffer, sendWithdrawal, type BoardFailure } from './board.ts';

/** The board on a supporter's screen: what the server last said, and offers while it can be asked. */
export class BoardView {
  /** How the last asking ended; `undefined` while it has not. */
  failure: BoardFailure | undefined = $state();
  /** True once the server has answered since the screen was opened. */
  fresh = $state(false);
  /** The request an offer is being sent for. */
  sending: string | undefined = $state();
  /** The request whose offer did not reach the board, with the reason. */
  trouble: { readonly requestId: string; readonly why: BoardFailure } | undefined = $state();

  readonly #keep: (board: Board) => Promise<void>;
  /** A retry of an offer is the same offer; no screen shows them. */
  readonly #keys: Record<string, string> = {};

  constructor(keep: (board: Board) => Promise<void>) {
    this.#keep = keep;
  }

  async refresh(): Promise<void> {
    const answer = await fetchBoard();
    this.failure = typeof answer === 'string' ? answer : undefined;
    this.fresh = typeof answer !== 'string';
    if (typeof answer !== 'string') await this.#keep(answer);
  }

  offer(requestId: string): Promise<void> {
    const key = (this.#keys[requestId] ??= newId());
    return this.#send(requestId, () => sendOffer(requestId, key));
  }

  withdraw(requestId: string): Promise<void> {
    return this.#send(requestId, () => sendWithdrawal(requestId));
  }

  /** A second touch while one is on its way does nothing. */
  async #send(requestId: string, send: () => Promise<unknown>): Promise<void> {
    if (this.sending !== undefined) return;
    this.sending = requestId;
    const answer = await send();
    this.trouble =
      typeof answer === 'string' ? { requestId, why: answer as BoardFailure } : undefined;
    this.sending = undefined;
    await this.refresh();
  }
}
