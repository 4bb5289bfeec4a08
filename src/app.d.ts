import type { Application } from '#app/server/application.ts';
import type { Account } from '#features/people/server/accounts.ts';
import type { Language } from '#shared/i18n/language.ts';

declare global {
  namespace App {
    interface Locals {
      app: Application;
      language: Language;
      /** Whoever is signed in; routes that need one are refused before they run. */
      account: Account | undefined;
      requestId: string;
      /** Set when a failure means that the database cannot take work just now. */
      unavailable?: boolean;
    }
    interface PageState {
      /** When a question of the form without a network was shown. */
      turn?: number;
    }
    interface Error {
      message: string;
      /** Shown to the person, so that it can be found in the log. */
      id?: string;
    }
  }
}

export {};
