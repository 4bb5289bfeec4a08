import { sql } from 'kysely';
import type { RequestHandler } from './$types';

/** The server can take work: its database answers. 503 until then. */
export const GET: RequestHandler = async ({ locals }) => {
  try {
    await sql`select 1`.execute(locals.app.db);
    return new Response('ready\n');
  } catch (failure) {
    locals.app.log.warn({ type: (failure as Error).name }, 'database does not answer');
    return new Response('database does not answer\n', { status: 503 });
  }
};
