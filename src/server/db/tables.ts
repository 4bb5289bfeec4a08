/**
 * Every table of the database, by name. Features own their tables: each adds its own with
 * `declare module '#server/db/tables.ts'`, so a query is typed wherever it stands, and this file
 * knows no feature. A feature's queries name its own tables only (tests/laws checks it); reads
 * across features stand in `app/server` and `features/reporting`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the features
export interface Tables {}
