import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Authority } from "../src/ca/authority.ts";
import type { CaContext } from "../src/ca/context.ts";
import { createCa } from "../src/ca/create-ca.ts";
import { issue } from "../src/ca/issue.ts";
import { issueMany } from "../src/ca/issue-many.ts";
import { builtinProfile } from "../src/profile/builtin-profiles.ts";
import { createStore, openStore } from "../src/store/open.ts";
import { median, race } from "./harness.ts";
import { type Line, perSecond, printReport } from "./report.ts";

const MEGABYTE = 1024 * 1024;
const now = () => new Date();
const tlsServer = builtinProfile("tls-server");

/** Issuing into the durable store, with a key made for each certificate, and how its costs change as the store fills. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const location = join(folder, "ca-store");
  const store = await createStore(location, { now });
  const ca = { store, now };
  try {
    const { issuing } = await createCa(ca, { name: "Bench" });
    await issueAll(ca, issuing, 100);
    const few = await costs(ca, issuing, location);
    await throughput(ca, issuing);
    const many = await costs(ca, issuing, location);
    await issueAll(ca, issuing, 50_000 - (await store.inspect()).certificates);
    printReport("How costs grow with the certificates stored", [
      ...growth("at 10,000", many, few),
      ...growth("at 50,000", await costs(ca, issuing, location), few),
    ]);
    await reading(ca);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function throughput(ca: CaContext, issuing: Authority): Promise<void> {
  const bareKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const message = Buffer.alloc(700);
  const { bare } = await race({ bare: { run: () => sign("sha256", message, bareKey) } });
  const before = process.memoryUsage().rss;
  const { perCpuSecond, perWallSecond } = await issueAll(ca, issuing, 10_000);
  const grown = (process.memoryUsage().rss - before) / MEGABYTE;
  const line = (what: string, rate: number): Line => {
    const against = "bare P-256 signature";
    return { what, ours: perSecond(rate), against, theirs: perSecond(bare), ratio: rate / bare, aim: 0.06 };
  };
  printReport(
    `Issue 10,000 certificates with new keys into the durable store (memory grew by ${grown.toFixed(0)} MB)`,
    [line("per second of CPU", perCpuSecond), line("per second of wall", perWallSecond)],
  );
}

interface Rates {
  readonly perCpuSecond: number;
  readonly perWallSecond: number;
}

async function issueAll(ca: CaContext, issuing: Authority, count: number): Promise<Rates> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for await (const outcome of issueMany(ca, issuing, orders(count))) if ("error" in outcome) throw outcome.error;
  const { user, system } = process.cpuUsage(cpu);
  return { perCpuSecond: (count * 1e6) / (user + system), perWallSecond: (count * 1000) / (performance.now() - start) };
}

function* orders(count: number) {
  for (let i = 0; i < count; i++) yield { profile: tlsServer, names: [`host-${i}.example.test`] };
}

/** Milliseconds for one certificate: among many in flight, and alone in a store that is opened for it. */
interface Costs {
  readonly inBatch: number;
  readonly alone: number;
  readonly show: number;
}

async function costs(ca: CaContext, issuing: Authority, location: string): Promise<Costs> {
  const batches: number[] = [];
  for (let round = 0; round < 5; round++) batches.push(1000 / (await issueAll(ca, issuing, 200)).perWallSecond);
  const alone: number[] = [];
  const show: number[] = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    const store = await openStore(location, { now });
    const { record } = await issue({ store, now }, issuing, { profile: tlsServer, names: ["localhost"] });
    await store.close();
    const issued = performance.now();
    const reader = await openStore(location, { now });
    if ((await reader.find(record.serial)) === undefined) throw new Error("the certificate was lost");
    await reader.close();
    alone.push(issued - start);
    show.push(performance.now() - issued);
  }
  return { inBatch: median(batches), alone: median(alone), show: median(show) };
}

function growth(level: string, now: Costs, few: Costs): Line[] {
  const line = (what: string, ours: number, theirs: number): Line => ({
    what: `${what} ${level}`,
    ours: `${ours.toFixed(3)} ms`,
    against: "at 100",
    theirs: `${theirs.toFixed(3)} ms`,
    ratio: ours / theirs,
    aim: 1.5,
    atMost: true,
  });
  return [
    line("issue in a batch", now.inBatch, few.inBatch),
    line("open, issue, close", now.alone, few.alone),
    line("open, show, close", now.show, few.show),
  ];
}

async function reading({ store }: CaContext): Promise<void> {
  const start = performance.now();
  let count = 0;
  for await (const _ of store.list()) count++;
  const ms = performance.now() - start;
  const fiftyThousand = (ms * 50_000) / count;
  printReport("List", [
    {
      what: `${count.toLocaleString("en")} certificates`,
      ours: `${ms.toFixed(0)} ms`,
      against: "a second",
      theirs: "1000 ms",
      ratio: fiftyThousand / 1000,
    },
  ]);
}
