import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Authority } from "../src/ca/authority.ts";
import { authorityName } from "../src/ca/authority-name.ts";
import { makeRoot } from "../src/ca/make-authority.ts";
import { buildCrl } from "../src/revocation/publish/build-crl.ts";
import { publicationProblem } from "../src/revocation/publish/publication-problem.ts";
import { writeAside } from "../src/revocation/publish/write-aside.ts";
import { JOURNAL_MARK_START } from "../src/store/lowdb/journal/journal-mark.ts";
import { type ListedRevocation, RevocationList } from "../src/store/lowdb/revocations/revocation-list.ts";
import { selectEntries } from "../src/store/lowdb/revocations/select-entries.ts";
import { median } from "./harness.ts";
import { goRate } from "./peers.ts";
import { type Line, printReport } from "./report.ts";

const MEGABYTE = 1024 * 1024;
const BATCH = 4096;
const NOW = Date.now();

/** A CRL from the revocations to the file that is fetched: encoded, signed, written, synced, read back and checked; then with one more. */
export async function run(): Promise<void> {
  for (const count of [1_000, 100_000, 1_000_000]) {
    const { full, oneMore, memory, build } = await costs(count);
    const go = goRate("crl.go", [String(count)]);
    const lines = [
      beside("built, signed and published", seconds(full), "the aim for a million", "2 s", full / 2, 1),
      beside("one more, published", seconds(oneMore), "all of it", seconds(full), oneMore / full, 0.3),
      beside("memory above the baseline", `${memory} MB`, "the aim for a million", "150 MB", memory / 150, 1),
    ];
    if (go !== undefined) lines.push(fasterThanGo(build, 1 / go));
    // the aims are for a million entries: below, the fixed cost of a publication counts for more
    const shown = count < 1_000_000 ? lines.map(({ aim, ...line }): Line => line) : lines;
    printReport(`CRL of ${count.toLocaleString("en")} entries, seconds of CPU`, shown);
  }
}

interface Costs {
  /** Encoding the entries, writing them down, and publishing. Seconds of CPU, as all of these. */
  readonly full: number;
  /** Encoding the entries and signing, without publishing: what a library does. */
  readonly build: number;
  readonly oneMore: number;
  /** Megabytes. */
  readonly memory: number;
}

async function costs(count: number): Promise<Costs> {
  const rounds = count > 100_000 ? 3 : count > 1_000 ? 9 : 100;
  const all: Costs[] = [];
  for (let round = 0; round < rounds; round++) all.push(await costsOnce(count));
  const middle = (of: (costs: Costs) => number) => median(all.map(of));
  const memory = Math.round(Math.max(...all.map((each) => each.memory)));
  return {
    full: middle(({ full }) => full),
    build: middle(({ build }) => build),
    oneMore: middle(({ oneMore }) => oneMore),
    memory,
  };
}

async function costsOnce(count: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const { authority } = await makeRoot(authorityName("Bench", "Root", "000000"), {}, new Date());
  const baseline = process.memoryUsage().rss;
  let peak = baseline;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const list = new RevocationList(folder, "bench");
  try {
    let encoding = 0;
    for (let first = 0; first < count; first += BATCH) {
      const batch = revocations(first, Math.min(BATCH, count - first));
      const before = cpuSeconds();
      list.append(batch);
      encoding += cpuSeconds() - before;
      look();
    }
    const start = cpuSeconds() - encoding;
    list.advance(JOURNAL_MARK_START);
    const { signed } = await publish(list, authority, join(folder, "bench.crl"), look);
    const published = cpuSeconds();
    list.append(revocations(count, 1));
    list.advance(JOURNAL_MARK_START);
    await publish(list, authority, join(folder, "bench.crl"), look);
    const again = cpuSeconds();
    return {
      full: published - start,
      build: signed - start,
      oneMore: again - published,
      memory: (peak - baseline) / MEGABYTE,
    };
  } finally {
    list.close();
    rmSync(folder, { recursive: true });
  }
}

/** When everything but writing and checking was done. Seconds of CPU. */
async function publish(
  list: RevocationList,
  { certificate, issuer, signer }: Authority,
  path: string,
  look: () => void,
): Promise<{ readonly signed: number }> {
  const { keyIdentifier, signatureAlgorithm, subject } = issuer;
  const now = new Date();
  const period = { thisUpdate: new Date(now.getTime() - 1000), nextUpdate: new Date(now.getTime() + 86_400_000) };
  const terms = { issuer: subject, keyIdentifier, signatureAlgorithm, number: 7, ...period };
  const built = await buildCrl(terms, selectEntries(list, {}), signer);
  const signed = cpuSeconds();
  const aside = await writeAside(path, built.chunks());
  const problem = await publicationProblem(aside.path, { issuer: certificate, at: now, after: 6, samples: [] });
  if (problem !== undefined) throw new Error(problem);
  await aside.putInPlace();
  look();
  return { signed };
}

/** Serial numbers as random as ours, and no reason, as Go's. */
function revocations(first: number, count: number): ListedRevocation[] {
  return Array.from({ length: count }, (_, i) => ({
    seq: first + i,
    serialHex: `7${(first + i).toString(16).padStart(31, "5")}`,
    revokedAt: new Date(NOW - (first + i) * 1000),
    reason: "unspecified",
    notAfter: new Date(NOW + 86_400_000),
  }));
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function beside(what: string, ours: string, against: string, theirs: string, ratio: number, aim: number): Line {
  return { what, ours, against, theirs, ratio, aim, atMost: true };
}

function fasterThanGo(ours: number, go: number): Line {
  const against = "Go CreateRevocationList";
  return {
    what: "encoded and signed, times as fast",
    ours: seconds(ours),
    against,
    theirs: seconds(go),
    ratio: go / ours,
    aim: 3,
  };
}

function seconds(value: number): string {
  return `${value.toPrecision(3)} s`;
}
