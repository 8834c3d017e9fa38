// One change to N open subscriptions, beside a bare `ws` broadcast of the same bytes in the same run.
// Servers and clients are four processes; the two pairs take turns, so that both meet the same machine.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export interface FanoutResult {
  readonly sockets: number;
  readonly bare: FanoutSide;
  readonly kairos: FanoutSide;
  /** Kairos' p99 over the bare one's of the same round: the median, and between which half of the rounds lie; the bar is 1.5. */
  readonly ratio: number;
  readonly middle: readonly [number, number];
}

export interface FanoutSide {
  readonly p50: number;
  readonly p99: number;
  /** Resident memory of the server for each idle socket, KB; the bar is 20. */
  readonly kilobytesPerSocket: number;
  /** The part of it that is V8's young generation: it stops at 48 MB here, however many sockets there are. */
  readonly youngKilobytesPerSocket: number;
}

const warmUps = 10;
/** A change to a thousand takes some milliseconds, and what else the machine does weighs more. */
const roundsOf = (sockets: number): number => Math.max(40, Math.round(150_000 / sockets));
// The same young generation for both: Kairos' grows while its clients subscribe, and the bare one, left small,
// then spends half of its broadcasts in scavenges.
const nodeFlags = ["--expose-gc", "--min-semi-space-size=16", "--max-semi-space-size=16"];
const here = import.meta.dirname;

/**
 * Milliseconds from a change to the arrival of its frame at the clients: p50 and p99 over the clients of one change,
 * and of those the median over the changes, so that what else the machine does now and then does not decide.
 */
export async function benchFanout(sizes: readonly number[] = [1_000, 10_000]): Promise<FanoutResult[]> {
  const results: FanoutResult[] = [];
  for (const sockets of sizes) results.push(await benchOne(sockets));
  return results;
}

export function printFanout(results: readonly FanoutResult[]): void {
  console.table(
    results.map(({ sockets, bare, kairos, ratio, middle }) => ({
      sockets,
      "bare p50 ms": bare.p50.toFixed(1),
      "bare p99 ms": bare.p99.toFixed(1),
      "kairos p50 ms": kairos.p50.toFixed(1),
      "kairos p99 ms": kairos.p99.toFixed(1),
      "p99 ratio (half of rounds), bar 1.5": `${ratio.toFixed(2)} (${middle.map((one) => one.toFixed(2)).join("–")})`,
      "bare KB/socket (young)": memoryText(bare),
      "kairos KB/socket (young), bar 20": memoryText(kairos),
    })),
  );
}

function memoryText({ kilobytesPerSocket, youngKilobytesPerSocket }: FanoutSide): string {
  return `${kilobytesPerSocket.toFixed(1)} (${youngKilobytesPerSocket.toFixed(1)})`;
}

async function benchOne(sockets: number): Promise<FanoutResult> {
  const sides = [await openSide("bare", sockets), await openSide("kairos", sockets)] as const;
  try {
    for (let round = 0; round < warmUps + roundsOf(sockets); round += 1) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const latencies = await side.change();
        if (round >= warmUps) side.rounds.push(quantiles(latencies));
      }
    }
    const [bare, kairos] = sides.map(({ rounds: measured, memory }) => ({
      p50: quantile(
        measured.map(({ p50 }) => p50),
        0.5,
      ),
      p99: quantile(
        measured.map(({ p99 }) => p99),
        0.5,
      ),
      ...memory,
    }));
    if (!bare || !kairos) throw new Error("Both sides must have run.");
    const ratios = sides[1].rounds.map(({ p99 }, round) => p99 / (sides[0].rounds[round]?.p99 ?? Number.NaN));
    const [low, ratio, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share));
    return { sockets, bare, kairos, ratio: ratio ?? Number.NaN, middle: [low ?? Number.NaN, high ?? Number.NaN] };
  } finally {
    for (const side of sides) side.close();
  }
}

interface Side {
  readonly rounds: { readonly p50: number; readonly p99: number }[];
  readonly memory: Pick<FanoutSide, "kilobytesPerSocket" | "youngKilobytesPerSocket">;
  change(): Promise<number[]>;
  close(): void;
}

async function openSide(kind: "bare" | "kairos", sockets: number): Promise<Side> {
  const server = start("fanout-server.ts", kind);
  const port = Number(await answer(server));
  const before = memoryOf(await ask(server, "memory"));
  const clients = start("fanout-clients.ts", kind, String(port), String(sockets));
  await answer(clients);
  const after = memoryOf(await ask(server, "memory"));
  return {
    rounds: [],
    memory: {
      kilobytesPerSocket: (after.resident - before.resident) / 1024 / sockets,
      youngKilobytesPerSocket: (after.young - before.young) / 1024 / sockets,
    },
    async change() {
      const arrivals = answer(clients);
      const startedAt = Number(await ask(server, "change"));
      const times = await arrivals;
      if (!Array.isArray(times)) throw new Error("The clients answered no times.");
      return times.map((time) => Number(time) - startedAt);
    },
    close() {
      clients.kill();
      server.kill();
    },
  };
}

const memoryOf = z.object({ resident: z.number(), young: z.number() }).parse;

/** Raises the limit of open files as far as it may go; with less than needed, the connections fail and say so. */
function start(file: string, ...parameters: string[]): ChildProcess {
  const command = ["exec", process.execPath, ...nodeFlags, "--import", "tsx", `${here}/${file}`, ...parameters].map(
    (part, at) => (at === 0 ? part : `'${part.replaceAll("'", `'\\''`)}'`),
  );
  const script = `ulimit -n $(ulimit -Hn) 2>/dev/null; ${command.join(" ")}`;
  return spawn("sh", ["-c", script], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

async function ask(child: ChildProcess, question: string): Promise<unknown> {
  const answered = answer(child);
  child.send(question);
  return answered;
}

async function answer(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const exit = (code: number | null): void => gone.abort(new Error(`A process of the benchmark ended with ${code}.`));
  child.once("exit", exit);
  try {
    const [message] = await once(child, "message", { signal: gone.signal });
    return message;
  } finally {
    child.off("exit", exit);
  }
}

function quantiles(latencies: readonly number[]): { p50: number; p99: number } {
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printFanout(await benchFanout());
