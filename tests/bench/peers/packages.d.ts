/**
 * What the measures use of their peers, so that the types hold whether these packages are installed or
 * not.
 */
declare module 'minisearch' {
  type Query =
    | string
    | {
        readonly queries: readonly Query[];
        readonly fields?: readonly string[];
        readonly combineWith?: 'OR' | 'AND';
      };

  export default class MiniSearch<Document> {
    constructor(options: {
      readonly fields: readonly string[];
      readonly extractField: (document: Document, field: string) => unknown;
      readonly tokenize: (text: string) => readonly string[];
      readonly processTerm: (term: string) => string;
      readonly autoVacuum: boolean;
      readonly searchOptions: {
        readonly prefix: boolean;
        readonly fuzzy: boolean;
        readonly combineWith: 'OR' | 'AND';
      };
    });
    addAll(documents: readonly Document[]): void;
    search(query: Query): readonly { readonly id: unknown }[];
  }
}
