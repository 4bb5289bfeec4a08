import MiniSearch from 'minisearch';

/** A person as MiniSearch is to find them: everything that a typed beginning may begin. */
export type Person = {
  readonly id: number;
  readonly kana: readonly string[];
  readonly name: string;
};

/**
 * MiniSearch at its best for this search: it is given kana that are folded already, tokens as they are,
 * and for names, which are found by any part, every end of the name as a token of its own, so that a
 * prefix search finds the parts too. Nothing is stored, fuzzy search and vacuuming are off.
 *
 * @returns finds the ids of those whose kana begin with `key` or whose name holds `text`, unsorted
 */
export function indexByMiniSearch(
  people: readonly Person[]
): (key: string, text: string) => readonly number[] {
  const index = new MiniSearch<Person>({
    fields: ['kana', 'name'],
    extractField: (person, field) =>
      field === 'id'
        ? person.id
        : field === 'kana'
          ? person.kana.join(SEPARATOR)
          : endsOf(person.name),
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term,
    autoVacuum: false,
    searchOptions: { prefix: true, fuzzy: false, combineWith: 'OR' }
  });
  index.addAll(people);
  return (key, text) =>
    index
      .search({
        combineWith: 'OR',
        queries: [
          { queries: [key], fields: ['kana'] },
          { queries: [text], fields: ['name'] }
        ]
      })
      .map(({ id }) => id as number);
}

const SEPARATOR = '\n';

function endsOf(name: string): string {
  return Array.from(name, (_, start) => name.slice(start)).join(SEPARATOR);
}
