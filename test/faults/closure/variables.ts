import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { explain } from "../../../src/explain/explain.ts";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import { faultNamed } from "../../../src/faults/catalogue.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { chainPem } from "../../../src/lab/serve/chain-pem.ts";
import type { LiveServer } from "../../../src/lab/serve/live-server.ts";
import { serveScene } from "../../../src/lab/serve/serve-scene.ts";
import { type Outcome, run } from "../../clients/client.ts";

/** A program that is told its root by nothing but a variable of its environment. */
export interface Told {
  readonly name: string;
  readonly variable: string;
  command(url: string): readonly [string, ...string[]];
  /** Whether it got in, where its status does not say so. */
  isIn?(outcome: Outcome): boolean;
}

/** What the program prints leads to the variable, and the variable lets it in. */
export function describeVariables(programs: readonly Told[]): void {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-variables-"));
  const root = join(folder, "ca.pem");
  let server: LiveServer;
  beforeAll(async () => {
    const laboratory = new Laboratory(new Date());
    writeFileSync(root, chainPem([laboratory.root]));
    server = await serveScene(laboratory.mend(faultNamed("untrusted-root-not-sent") as Fault));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each(programs)("$name trusts by $variable, as explain says", async ({ variable, command, isIn }) => {
    const [program, ...args] = command(`https://localhost:${server.port}/`);
    const call = async (env: Readonly<Record<string, string>>) => {
      const outcome = await run(program, args, { env: { HOME: folder, ...env } });
      return { text: outcome.text, isIn: isIn?.(outcome) ?? outcome.accepted };
    };
    const refused = await call({});
    expect(refused.isIn).toBe(false);
    const advised = explain(refused.text).candidates.find(({ fault }) => fault === "untrusted-root-not-sent");
    expect(advised?.fix.map(({ text }) => text).join()).toContain(`${variable}=ca.pem`);
    const told = await call({ [variable]: root });
    expect(told.isIn, told.text).toBe(true);
  });
}
