import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Issued } from "../../src/faults/build/issued.ts";
import type { Scene } from "../../src/faults/build/scene.ts";
import { encodePem } from "../../src/x509/pem.ts";
import type { Browser } from "./browser.ts";
import { CHROMIUM_TRUST, startChromium } from "./chromium.ts";
import { type Outcome, type Target, urlOf } from "./client.ts";
import { startFirefox } from "./firefox.ts";
import { inBatches } from "./in-batches.ts";

/** A browser trusts for all that it visits, so that it judges many scenes at once. */
export interface BrowserClient {
  readonly name: "chromium" | "firefox";
  readonly command: readonly [string, ...string[]];
  readonly trustedThrough: string;
  start(trustedFiles: readonly string[]): Promise<Browser>;
}

export const chromium: BrowserClient = {
  name: "chromium",
  command: ["chromium", "--version"],
  trustedThrough: CHROMIUM_TRUST,
  start: startChromium,
};

export const firefox: BrowserClient = {
  name: "firefox",
  command: ["firefox-esr", "--version"],
  trustedThrough: "Authorities",
  start: startFirefox,
};

export interface Visit {
  readonly scene: Scene;
  readonly target: Target;
}

/** What the browser says of each: first of those that trust this root, then of the others, for which it is a stranger's. */
export async function visitAll(client: BrowserClient, visits: readonly Visit[], root: Issued): Promise<Outcome[]> {
  const outcomes = new Map<Visit, Outcome>();
  const trusting = visits.filter(({ scene }) => scene.trust.includes(root));
  for (const session of [trusting, visits.filter((visit) => !trusting.includes(visit))])
    for (const [visit, outcome] of await visitOnce(client, session)) outcomes.set(visit, outcome);
  return visits.map((visit) => outcomes.get(visit) as Outcome);
}

async function visitOnce(
  client: BrowserClient,
  visits: readonly Visit[],
): Promise<readonly (readonly [Visit, Outcome])[]> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-trusted-"));
  const trusted = new Set(visits.flatMap(({ scene }) => scene.trust));
  const browser = await client.start([...trusted].map((issued, count) => fileOf(issued, join(folder, `${count}.pem`))));
  try {
    return await inBatches(browser.width, visits, async (visit) => {
      const { target } = visit;
      return [visit, await browser.visit(urlOf(target), target.timeoutMs)] as const;
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function fileOf({ der }: Issued, file: string): string {
  writeFileSync(file, encodePem("CERTIFICATE", der));
  return file;
}
