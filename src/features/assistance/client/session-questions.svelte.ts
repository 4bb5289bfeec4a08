import * as v from 'valibot';
import type { FollowUpAnswer } from '../domain/follow-up.ts';
import {
  answersByQuestion,
  FOLLOW_UP_ROW,
  FollowUpCard,
  type FollowPayload,
  type FollowType,
  type GivenAnswer
} from '../domain/follow-up-fact.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import { sessionScope, type Scope } from '#features/sync/domain/operation.ts';
import { readScope, type FieldStore } from '#features/sync/domain/scope-view.ts';

/** One question to somebody on the roster, and what they said here. */
export type SessionQuestion = FollowUpCard & { readonly given: GivenAnswer | undefined };

/** 「まだできますか」 at one session, from what this device holds; owns no markup and no network. */
export class SessionQuestions {
  readonly #scope: Scope;
  readonly #store: FieldStore;
  readonly #questions: LiveQuery<readonly SessionQuestion[]>;

  constructor(store: FieldStore, sessionId: string) {
    this.#scope = sessionScope(sessionId);
    this.#store = store;
    this.#questions = new LiveQuery<readonly SessionQuestion[]>(
      () => readQuestions(store, this.#scope),
      []
    );
  }

  of(participationId: string): readonly SessionQuestion[] {
    return this.#questions.current.filter((one) => one.participationId === participationId);
  }

  /** Resolves once the answer is durable on this device. */
  answer(followUpId: string, answer: FollowUpAnswer): Promise<unknown> {
    return this.#record('follow.answer', followUpId, { answer });
  }

  /** Takes one answer back, by its fact: it was another person, or nobody was asked. */
  undo(followUpId: string, targetOpId: string): Promise<unknown> {
    return this.#record('follow.undo', followUpId, { targetOpId });
  }

  #record<Type extends FollowType>(type: Type, entityId: string, payload: FollowPayload<Type>) {
    return this.#store.record({ scope: this.#scope, type, entityId, payload });
  }
}

async function readQuestions(store: FieldStore, scope: Scope): Promise<readonly SessionQuestion[]> {
  const { bodiesOf, facts } = await readScope(store, scope);
  const answers = answersByQuestion(facts);
  return bodiesOf(FOLLOW_UP_ROW).map((body) => {
    const card = v.parse(FollowUpCard, body);
    return { ...card, given: answers.get(card.followUpId) };
  });
}
