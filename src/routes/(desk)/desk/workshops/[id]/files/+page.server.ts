import { error, fail } from '@sveltejs/kit';
import { isDeskChannel } from '#app/server/desk/entry-form.ts';
import { importApplicants, type ImportError } from '#app/server/desk/import-applicants.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { columnsFor, MOST_LINES } from '#features/workshops/domain/applicant-list.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 256 * 1024;

export const load: PageServerLoad = async ({ locals, params }) => {
  const workshop =
    (await findWorkshopHead(locals.app.db, params.id)) ?? error(404, 'no such workshop');
  return { workshop, columns: columnsFor(workshop), mostLines: MOST_LINES };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
    const form = await request.formData();
    const [file, told] = [form.get('file'), form.get('channel')];
    const channel = isDeskChannel(told) ? told : 'paper';
    if (!(file instanceof File) || file.size === 0) return refuse(channel, { type: 'no-file' });
    if (file.size > MOST_BYTES) return refuse(channel, { type: 'too-big' });

    const imported = await importApplicants(db, {
      workshop: { ...workshop, offersMail: locals.app.settings.mail !== undefined },
      ...{ channel, actor: signedIn(locals).id, now: now() },
      bytes: new Uint8Array(await file.arrayBuffer())
    });
    if (!imported.ok) return refuse(channel, imported.error);
    return { channel, imported: imported.value, refused: undefined };
  }
};

function refuse(channel: string, refused: ImportError | { readonly type: 'no-file' | 'too-big' }) {
  return fail(422, { channel, imported: undefined, refused });
}
