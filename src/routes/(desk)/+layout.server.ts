import { holdsAny } from '#features/people/domain/role.ts';
import type { LayoutServerLoad } from './$types';

/** Nothing of the desk is kept by a browser or a proxy: its pages hold personal data. */
export const load: LayoutServerLoad = ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { account, app, language } = locals;
  return {
    language,
    demo: app.settings.demo,
    accountName: account?.name ?? '',
    isAdministrator: holdsAny(account?.roles ?? [], ['administrator']),
    path: url.pathname,
    search: url.search
  };
};
