import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Of a row with `sign_up` and `session`: the person has not said that they miss this date. */
export function comesThen(): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select 1 from participation
    where participation.sign_up_id = sign_up.id
      and participation.session_id = session.id
      and participation.attendance = 'absent-told'
  )`;
}
