import { TestCa } from "../src/testing.ts";
import { median } from "./harness.ts";
import { printReport } from "./report.ts";

const AIM_MS = 10;

/** A CA and a certificate on P-256 for a test suite, after import: the first one of the process, and later ones. */
export async function run(): Promise<void> {
  const first = await timeMs();
  const times: number[] = [];
  for (let round = 0; round < 20; round++) times.push(await timeMs());
  const line = (what: string, ms: number) => ({
    what,
    ours: `${ms.toFixed(2)} ms`,
    against: "what a test may wait",
    theirs: `${AIM_MS} ms`,
    ratio: ms / AIM_MS,
    aim: 1,
    atMost: true,
  });
  printReport("rootcause/testing: TestCa.create and issue", [
    line("the first", first),
    line("a later one", median(times)),
  ]);
}

async function timeMs(): Promise<number> {
  const start = performance.now();
  const { server } = (await TestCa.create()).issue("localhost");
  if (server.cert.length === 0) throw new Error("nothing was issued");
  return performance.now() - start;
}
