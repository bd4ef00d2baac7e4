import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { CaContext } from "../../src/ca/context.ts";
import { type CreateCaOptions, type CreatedCa, createCa } from "../../src/ca/create-ca.ts";
import type { ErrorCode } from "../../src/errors/catalogue.ts";
import { isPkiError, type PkiError } from "../../src/errors/pki-error.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { createStore } from "../../src/store/open.ts";

export const NOON: Date = new Date("2030-06-15T12:00:00Z");
export const DAY_MS = 86_400_000;

export const tlsServer: Profile = builtinProfile("tls-server");

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-ca-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty store and a clock that stands still. */
export async function newContext(time: Date = NOON): Promise<CaContext> {
  const folder = join(scratchFolder(), "ca-store");
  const now = () => time;
  const store = await createStore(folder, { now, actor: "test" });
  onTestFinished(() => store.close());
  return { store, now };
}

export interface TestedCa extends CreatedCa {
  readonly context: CaContext;
}

/** A CA of a root and an issuing CA, on P-256 unless told. */
export async function newCa(options: Partial<CreateCaOptions> = {}, time: Date = NOON): Promise<TestedCa> {
  const context = await newContext(time);
  return { context, ...(await createCa(context, { name: "Acme", ...options })) };
}

/** The same context at another time. */
export function at(context: CaContext, time: Date): CaContext {
  return { ...context, now: () => time };
}

/** The error that an act ends with; it must be one of the catalogue, with this code. */
export async function refusal(act: Promise<unknown> | (() => unknown), code: ErrorCode): Promise<PkiError> {
  try {
    await (typeof act === "function" ? act() : act);
  } catch (error) {
    if (isPkiError(error, code)) return error;
    throw error;
  }
  throw new Error(`nothing was thrown instead of ${code}`);
}

/** How much the store remembers: unchanged when nothing was written. */
export async function written({ store }: CaContext): Promise<number> {
  return (await store.inspect()).auditEntries;
}
