import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '#server/db/database.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import { startServer } from '#tests/support/server.ts';
import { peerKinds, type PeerKind } from '#tests/support/signup-peer.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const ROUNDS = 7;
const WARM_UP_ROUNDS = 2;
const PER_ROUND = 300;
const CONCURRENCY = 32;
const SEATS = 200;

/** One server under measure: where it listens, and how many rows of a workshop it holds by status. */
type Contender = {
  readonly name: 'ours' | PeerKind;
  readonly port: number;
  readonly pathOf: (round: number) => string;
  readonly placesOf: (round: number) => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/**
 * Sign-ups per second: the last form of an application posted to the built server, against one bare
 * durable INSERT per request over node:http, in the same run, with the same concurrency, the order
 * turned round by round; medians of the paired ratios.
 */
export async function run() {
  const contenders = [await startOurs(), ...(await Promise.all(peerKinds.map(startPeer)))];
  try {
    const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round++) {
      const turned = contenders.map((_, index) => contenders[(index + round) % contenders.length]);
      for (const contender of turned) {
        if (!contender) continue;
        const rate = await signUpsPerSecond(contender, round);
        if (round >= WARM_UP_ROUNDS) rates.get(contender.name)?.push(rate);
      }
    }
    return summarise(rates, contenders);
  } finally {
    await Promise.all(contenders.map(({ close }) => close()));
  }
}

function summarise(
  rates: ReadonlyMap<string, readonly number[]>,
  contenders: readonly Contender[]
) {
  const of = (name: string) => rates.get(name) ?? [];
  const ratio = median(of('ours').map((rate, round) => rate / (of('bare')[round] ?? 0)));
  const notes = contenders.flatMap((contender) => correctnessOf(contender));
  const isExact = !notes.some((note) => note.startsWith('ours: WRONG'));
  return {
    name: 'signup',
    ours: median(of('ours')),
    limit: median(of('bare')),
    peers: Object.fromEntries(
      (['event-lock', 'count-then-insert'] as const).map((name) => [
        name,
        Math.round(median(of(name)))
      ])
    ),
    ratio,
    hold: 0.5,
    ok: ratio >= 0.5 && isExact,
    notes
  };
}

/** Every round has 300 applicants for 200 seats: more confirmed than that is an oversold class. */
function correctnessOf({ name, placesOf }: Contender): readonly string[] {
  if (name === 'bare') return [];
  const confirmed = Array.from(
    { length: ROUNDS + WARM_UP_ROUNDS },
    (_, round) => placesOf(round).get('confirmed') ?? 0
  );
  const worst = Math.max(...confirmed.map((people) => Math.abs(people - SEATS)));
  return worst === 0
    ? [`${name}: every class has exactly ${SEATS} of ${SEATS} seats taken`]
    : [`${name}: WRONG, a class of ${SEATS} seats holds ${Math.max(...confirmed)} people`];
}

async function startOurs(): Promise<Contender> {
  const server = await startServer({ demo: false, env: { TRUST_PROXY: '1' } });
  const file = join(server.dataDir, 'engawa.sqlite');
  const db = openDatabase({ engine: 'sqlite', file });
  const now = Date.now();
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round++) {
    await plannedWorkshop(db, {
      code: `C${round}`,
      seats: SEATS,
      roomChairs: 999,
      longestLine: 999,
      opensAt: now - DAY_MS,
      closesAt: now + 29 * DAY_MS,
      sessions: [{ startsAt: now + 30 * DAY_MS, endsAt: now + 30 * DAY_MS + 1 }]
    });
  }
  await db.destroy();
  const reader = new DatabaseSync(file, { readOnly: true });
  const statement = reader.prepare(
    'select status, count(*) as people from sign_up where workshop_id = (select id from workshop where code = ?) group by status'
  );
  return {
    name: 'ours',
    port: Number(new URL(server.origin).port),
    pathOf: (round) => `/workshops/C${round}/apply`,
    placesOf: (round) => countsOf(statement.all(`C${round}`)),
    close: async () => {
      reader.close();
      await server.remove();
    }
  };
}

async function startPeer(kind: PeerKind): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-peer-'));
  const file = join(folder, 'peer.sqlite');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'tests/support/signup-peer.ts',
      kind,
      file,
      String(SEATS)
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const reader = new DatabaseSync(file, { readOnly: true });
  const statement = reader.prepare(
    'select status, count(*) as people from sign_up where workshop = ? group by status'
  );
  return {
    name: kind,
    port: Number(line.toString()),
    pathOf: (round) => `/w${round}`,
    placesOf: (round) => countsOf(statement.all(`/w${round}`)),
    close: async () => {
      reader.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function countsOf(rows: readonly unknown[]): ReadonlyMap<string, number> {
  return new Map(
    (rows as { status: string; people: number }[]).map(({ status, people }) => [status, people])
  );
}

async function signUpsPerSecond({ port, pathOf }: Contender, round: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const path = pathOf(round);
  let next = 0;
  const begun = performance.now();
  const worker = async () => {
    while (next < PER_ROUND) await post(agent, port, path, round * PER_ROUND + next++);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return PER_ROUND / seconds;
}

function post(agent: Agent, port: number, path: string, number: number): Promise<void> {
  const body = formOf(number);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        path,
        host: '127.0.0.1',
        method: 'POST',
        headers: headersOf(port, body, number)
      },
      (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 303) resolve();
          else reject(new Error(`a sign-up got ${response.statusCode}`));
        });
      }
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** As behind a proxy of ours: every applicant comes from an address of their own. */
function headersOf(port: number, body: string, number: number): Record<string, string | number> {
  return {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-proto': 'http',
    'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
  };
}

function formOf(number: number): string {
  const letters = Array.from(String(number), (digit) => 'あいうえおかきくけこ'[Number(digit)]).join(
    ''
  );
  return new URLSearchParams({
    key: String(number).padStart(32, '0'),
    step: 'summary',
    go: 'send',
    kana: `やまだ ${letters}`,
    name: '山田 花子',
    phone: `090${String(number).padStart(8, '0')}`,
    ageBand: '75-84',
    phoneFamily: 'android',
    loanPhone: 'no',
    companions: '1',
    needs: 'wheelchair',
    way: 'phone'
  }).toString();
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
