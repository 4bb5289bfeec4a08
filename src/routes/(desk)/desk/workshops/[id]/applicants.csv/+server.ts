import { error } from '@sveltejs/kit';
import { writeApplicants, writeEmptyList } from '#app/server/desk/applicant-file.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { loadTranslator } from '#locales/load.ts';
import { encodeShiftJis } from '#shared/text/shift-jis.ts';
import type { RequestHandler } from './$types';

/** Spreadsheets take a file without this mark for Shift_JIS. */
const UTF8_MARK = '\uFEFF';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { db, now } = locals.app;
  const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
  const { t } = await loadTranslator(locals.language);
  const asked = { workshop, actor: signedIn(locals).id, now: now() };
  const isEmpty = url.searchParams.has('empty');
  const text = isEmpty ? writeEmptyList(t, workshop) : await writeApplicants(db, t, asked);

  const isShiftJis = url.searchParams.get('letters') === 'shift_jis';
  const body = isShiftJis ? encodeShiftJis(text) : new TextEncoder().encode(`${UTF8_MARK}${text}`);
  return new Response(body, {
    headers: {
      'content-type': `text/csv; charset=${isShiftJis ? 'Shift_JIS' : 'utf-8'}`,
      'content-disposition': `attachment; filename="${workshop.code}-applicants.csv"`,
      'cache-control': 'no-store'
    }
  });
};
