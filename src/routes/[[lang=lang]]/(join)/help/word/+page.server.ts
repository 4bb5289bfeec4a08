import { fail, redirect } from '@sveltejs/kit';
import { leaveAsPerson } from '#app/server/meeting-messages.ts';
import { readMessage } from '#app/server/message-form.ts';
import { rawOf } from '#app/server/read-form.ts';
import { decideMessage } from '#features/board/domain/message.ts';
import { localPath } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_TYPED = 40;

/** Nothing is looked up by coming here; `?number=` only spares typing. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const number = url.searchParams.get('number') ?? '';
  return {
    number: /^\d{7}$/.test(number) ? number : '',
    key: newId(),
    done: url.searchParams.has('told')
  };
};

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const { app, language } = locals;
    const { db, city } = app;
    const now = app.now();
    const address = getClientAddress();
    const form = await request.formData();
    const typed = {
      ...(await readMessage(form, { db, city, by: { address }, now })),
      number: rawOf(form, 'number', LONGEST_TYPED),
      lastFour: rawOf(form, 'lastFour', LONGEST_TYPED)
    };
    const message = decideMessage(typed);
    if (!message.ok) return fail(422, { error: message.error.type, typed });
    const left = await leaveAsPerson(db, {
      ...{ key: typed.key, message: message.value, now, address },
      number: digitsOf(typed.number),
      lastFourDigits: digitsOf(typed.lastFour)
    });
    if (!left.ok) {
      const { type } = left.error;
      return fail(type === 'too-many' ? 429 : 404, { error: type, typed });
    }
    redirect(303, localPath('/help/word?told', language));
  }
};

/** Full-width digits, spaces and hyphens are understood. */
function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}
