import { performance } from 'node:perf_hooks';
import { EXPECTED } from '#features/attendance/domain/presence.ts';
import type { RosterLineView } from '#features/attendance/domain/roster-view.ts';
import { walkInEntry } from '#features/attendance/domain/roster.ts';
import { searchRoster } from '#features/attendance/domain/search.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import { scanNames, type Named } from '#tests/support/name-scan.ts';
import { inventPeople, type InventedPerson } from '#tests/support/invented-people.ts';
import { median, round2, turned } from '#tests/support/paired.ts';
import { installPeers } from '#tests/support/peers.ts';

const PEOPLE = 10_000;
const TYPING = 150;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
const WARM_UP = 3;
const HOLD = 1;

type Finder = 'ours' | 'minisearch';
/** Finds positions in the list of people. */
type Find = (typed: string) => readonly number[];
/** Everything that is typed in one round, by what kind of key it ends with. */
type Typing = { readonly kind: string; readonly texts: readonly string[] };

/**
 * Name search over 10,000 people, key by key as it is typed, against MiniSearch over the same folded
 * kana and the same names. In one Node process: neither touches a browser, Node runs the engine of
 * Chromium, and its clock is a thousand times finer than a page's.
 */
export async function run() {
  installPeers();
  const people = inventPeople(PEOPLE);
  const built = await buildAll(people);
  const typings = typingsOf(people);
  const recall = {
    ours: recallOf(built.ours.find, people, typings),
    minisearch: recallOf(built.minisearch.find, people, typings)
  };

  const rounds = Array.from({ length: WARM_UP + ROUNDS }, (_, round) =>
    measure(round, typings, { ours: built.ours.find, minisearch: built.minisearch.find })
  ).slice(WARM_UP);
  return reportOf(rounds, typings, recall, built);
}

/** Milliseconds per key, by kind of typing. */
type Round = ReadonlyMap<string, Readonly<Record<Finder, number>>>;

function measure(
  round: number,
  typings: readonly Typing[],
  finders: Readonly<Record<Finder, Find>>
): Round {
  const names: readonly Finder[] = ['ours', 'minisearch'];
  return new Map(
    typings.map(({ kind, texts }) => {
      const took = { ours: NaN, minisearch: NaN };
      for (const name of turned(names, round)) {
        const find = finders[name];
        const begun = performance.now();
        for (const text of texts) find(text);
        took[name] = (performance.now() - begun) / texts.length;
      }
      return [kind, took];
    })
  );
}

function reportOf(
  rounds: readonly Round[],
  typings: readonly Typing[],
  recall: Readonly<Record<'ours' | 'minisearch', number>>,
  built: Awaited<ReturnType<typeof buildAll>>
) {
  const middle = (kind: string, of: (took: Readonly<Record<Finder, number>>) => number) =>
    median(rounds.map((round) => of(round.get(kind) ?? { ours: NaN, minisearch: NaN })));
  const kinds = typings.map(({ kind, texts }) => ({
    kind,
    keys: texts.length,
    ours: middle(kind, ({ ours }) => ours),
    minisearch: middle(kind, ({ minisearch }) => minisearch),
    ratio: middle(kind, ({ ours, minisearch }) => ours / minisearch)
  }));
  // Each kind of key must hold by itself: a fast third letter pays for no slow first one.
  const worst = kinds.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  return {
    name: 'search',
    ours: worst.ours,
    limit: worst.minisearch,
    peers: { minisearch: worst.minisearch },
    ratio: worst.ratio,
    hold: HOLD,
    ok: worst.ratio <= HOLD && recall.ours === 1,
    notes: [
      ...kinds.map(
        ({ kind, keys, ours, minisearch, ratio }) =>
          `${kind} (${keys} keys): ours ${micro(ours)}, MiniSearch ${micro(minisearch)}, ratio ${round2(ratio)}`
      ),
      `recall against a scan of every name: ours ${percent(recall.ours)}, MiniSearch ${percent(recall.minisearch)}`,
      `made once per roster: ours ${round2(built.ours.tookMs)} ms, MiniSearch ${round2(built.minisearch.tookMs)} ms`,
      `${PEOPLE} people, ${rounds.length} rounds in one Node process, medians of paired ratios; told in the table: the kind with the worst ratio, milliseconds`
    ]
  } as const;
}

async function buildAll(people: readonly InventedPerson[]) {
  const { indexByMiniSearch } = await import('./peers/minisearch.ts');
  const lines = people.map(lineOf);
  const ours = timed(() => {
    const find = (text: string) => searchRoster(lines, { kind: 'typed', text });
    find('あ');
    return (typed: string) => find(typed).map(({ entry }) => entry.number);
  });
  const minisearch = timed(() => {
    const search = indexByMiniSearch(
      people.map(({ kana, name }, id) => ({
        id,
        kana: [kana, ...kana.split(' ')].map(searchKeyOf),
        name
      }))
    );
    return (typed: string) => search(searchKeyOf(typed), typed.normalize('NFKC').trim());
  });
  return { ours, minisearch };
}

function timed<Value>(build: () => Value): { readonly find: Value; readonly tookMs: number } {
  const begun = performance.now();
  const find = build();
  return { find, tookMs: performance.now() - begun };
}

/** The share of people found among those who should be, over everything typed; 0 if others are found. */
function recallOf(find: Find, people: readonly Named[], typings: readonly Typing[]): number {
  let [expected, found] = [0, 0];
  for (const text of new Set(typings.flatMap(({ texts }) => texts))) {
    const wanted = new Set(scanNames(people, text));
    const got = new Set(find(text));
    if ([...got].some((at) => !wanted.has(at))) return 0;
    expected += wanted.size;
    found += got.size;
  }
  return found / expected;
}

const ALL_KEYS = 'all keys';

/** The kana of some people typed letter by letter, as tablets send them, and names as written. */
function typingsOf(people: readonly InventedPerson[]): readonly Typing[] {
  const some = Array.from({ length: TYPING }, (_, n) => people[(n * 7919) % people.length]).filter(
    (person) => person !== undefined
  );
  const typedKana = some.map(({ kana }, n) => (n % 3 === 0 ? inKatakana(kana) : kana));
  const beginnings = (length: number) => typedKana.map((kana) => kana.slice(0, length));
  const givenNames = some.map(({ kana }) => kana.split(' ')[1]?.slice(0, 2) ?? '');
  const written = some.flatMap(({ name }) => [name.slice(0, 1), name.slice(0, 2)]);
  const middles = some.map(({ name }) => name.slice(1, 2).trim() || name.slice(0, 1));

  const typings = [
    { kind: 'first letter', texts: beginnings(1) },
    { kind: 'second letter', texts: beginnings(2) },
    { kind: 'third letter', texts: beginnings(3) },
    { kind: 'whole kana', texts: typedKana },
    { kind: 'given name', texts: givenNames },
    { kind: 'written name', texts: written },
    { kind: 'part of a written name', texts: middles }
  ];
  return [...typings, { kind: ALL_KEYS, texts: typings.flatMap(({ texts }) => texts) }];
}

function inKatakana(kana: string): string {
  return kana.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/** `number` is the position in the list of people. */
function lineOf({ kana, name }: InventedPerson, number: number): RosterLineView {
  const walkIn = { kana, name, ageBand: '75-84', phoneFamily: 'kantan', overCapacity: '' } as const;
  return {
    entry: walkInEntry(String(number), walkIn, number),
    presence: EXPECTED,
    signs: [],
    unsent: false,
    tellApart: false
  };
}

function micro(ms: number): string {
  return `${round2(ms * 1000)} µs`;
}

function percent(share: number): string {
  return `${round2(share * 100)} %`;
}
