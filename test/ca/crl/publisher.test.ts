import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PublicationState } from "../../../src/ca/crl/publication-loop.ts";
import { Publisher } from "../../../src/ca/crl/publisher.ts";
import type { Timers } from "../../../src/ca/crl/timers.ts";
import { revoke, unhold } from "../../../src/ca/revoke.ts";
import { isPkiError } from "../../../src/errors/pki-error.ts";
import type { AuthorityUrlRecord } from "../../../src/store/authority-record.ts";
import { DAY_MS, NOON, newCa, scratchFolder } from "../fixtures.ts";
import { issueLeaf, publish, readList, serialsIn, URL } from "./crl-fixtures.ts";

interface Waiting {
  readonly act: () => Promise<void>;
  readonly at: number;
}

/** A clock that moves when it is told to, and calls what falls due on the way. */
class Clock implements Timers {
  now = NOON;
  readonly #waiting: Waiting[] = [];

  set(act: () => Promise<void>, ms: number) {
    const timer = { act, at: this.now.getTime() + ms };
    this.#waiting.push(timer);
    return { cancel: () => void this.#drop(timer) };
  }

  async pass(ms: number): Promise<void> {
    const until = this.now.getTime() + ms;
    for (;;) {
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.#drop(next);
      this.now = new Date(next.at);
      await next.act();
    }
    this.now = new Date(until);
  }

  #drop(timer: Waiting): void {
    const place = this.#waiting.indexOf(timer);
    if (place >= 0) this.#waiting.splice(place, 1);
  }
}

async function running({ urls, pollMs }: { urls?: (id: string) => AuthorityUrlRecord; pollMs?: number } = {}) {
  const clock = new Clock();
  const ca = await newCa({ baseUrl: URL });
  if (urls !== undefined) Object.assign(ca.issuing, { urls: urls(ca.issuing.id) });
  if (urls !== undefined) await ca.context.store.updateAuthority(ca.issuing.id, { urls: urls(ca.issuing.id) });
  const context = { ...ca.context, now: () => clock.now };
  const folder = scratchFolder();
  const changes: PublicationState[] = [];
  const authorities = [ca.issuing];
  const publisher = new Publisher(context, {
    authorities,
    folder,
    timers: clock,
    pollMs,
    onChange: (state) => changes.push(state),
  });
  onTestFinished(() => publisher.stop());
  await publisher.start();
  const list = (suffix = "") => ({ file: join(folder, "crl", `${ca.issuing.id}${suffix}.crl`) });
  return { ...ca, context, clock, folder, publisher, changes, list };
}

describe("a publisher", () => {
  it("publishes at its start, and not again while nothing happens", async () => {
    const { clock, changes, publisher } = await running();
    expect(publisher.states[0]?.published).toMatchObject([{ kind: "complete", number: 1 }]);
    await clock.pass(60_000);
    expect(changes).toHaveLength(1);
  });

  it("never lets a nextUpdate pass", async () => {
    const { clock, list } = await running({ pollMs: 60 * 60_000 });
    for (let hour = 0; hour < 24 * 30; hour += 6) {
      await clock.pass(6 * 60 * 60_000);
      expect(readList(list()).nextUpdate?.getTime()).toBeGreaterThan(clock.now.getTime() + 3 * DAY_MS);
    }
  });

  it("tells at once of what this process revoked, and soon of what another did", async () => {
    const ca = await running();
    const [a, b] = [await issueLeaf(ca), await issueLeaf(ca)];
    await revoke(ca.context, a.certificate);
    await ca.publisher.revoked();
    expect(serialsIn(ca.list())).toEqual([a.record.serial]);
    await revoke(ca.context, b.certificate);
    await ca.clock.pass(10_000);
    expect(serialsIn(ca.list())).toEqual([a.record.serial, b.record.serial]);
    expect(ca.changes).toHaveLength(3);
  });

  it("publishes once more when something is revoked while it publishes", async () => {
    const ca = await running();
    const leaves = [];
    for (let i = 0; i < 5; i++) leaves.push(await issueLeaf(ca));
    await Promise.all(
      leaves.map(async ({ certificate }) => {
        await revoke(ca.context, certificate);
        await ca.publisher.revoked();
      }),
    );
    expect(serialsIn(ca.list())).toHaveLength(5);
  });

  it("puts a list in its place that somebody removed, or put elsewhere alone", async () => {
    const ca = await running();
    const { certificate, record } = await issueLeaf(ca);
    rmSync(ca.list().file);
    await ca.clock.pass(10_000);
    expect(serialsIn(ca.list())).toEqual([]);
    await revoke(ca.context, certificate);
    await publish(ca.context, ca.issuing, { file: join(ca.folder, "elsewhere.crl") });
    await ca.clock.pass(10_000);
    expect(serialsIn(ca.list())).toEqual([record.serial]);
  });

  it("tries again after a failure, and shows it meanwhile", async () => {
    const ca = await running();
    const { certificate, record } = await issueLeaf(ca);
    const crls = join(ca.folder, "crl");
    rmSync(crls, { recursive: true });
    writeFileSync(crls, "in the way");
    await revoke(ca.context, certificate);
    await ca.publisher.revoked();
    const [failed] = ca.publisher.states;
    expect(failed?.failure).toMatchObject({ since: NOON.toISOString(), attempts: 1 });
    expect(isPkiError(failed?.failure?.error, "ERR_CRL_WRITE")).toBe(true);
    await ca.clock.pass(20_000);
    expect(ca.publisher.states[0]?.failure?.attempts).toBe(5);
    rmSync(crls);
    mkdirSync(crls);
    await ca.clock.pass(60_000);
    expect(ca.publisher.states[0]?.failure).toBeUndefined();
    expect(serialsIn(ca.list())).toEqual([record.serial]);
  });

  it("publishes deltas between complete lists, where there are URLs for them", async () => {
    const ca = await running({
      urls: (id) => ({ crl: [`${URL}/crl/${id}.crl`], deltaCrl: [`${URL}/crl/${id}-delta.crl`] }),
      pollMs: 60 * 60_000,
    });
    const { certificate, record } = await issueLeaf(ca);
    await revoke(ca.context, certificate, { reason: "certificateHold" });
    await ca.publisher.revoked();
    expect([serialsIn(ca.list()), serialsIn(ca.list("-delta"))]).toEqual([[], [record.serial]]);
    await unhold(ca.context, certificate);
    await ca.publisher.revoked();
    expect(serialsIn(ca.list("-delta"))).toEqual([record.serial]);
    for (let i = 0; i < 20; i++) {
      await ca.clock.pass(6 * 60 * 60_000);
      for (const list of [ca.list(), ca.list("-delta")])
        expect(readList(list).nextUpdate?.getTime()).toBeGreaterThan(ca.clock.now.getTime() + DAY_MS / 3);
    }
    expect([serialsIn(ca.list()), serialsIn(ca.list("-delta"))]).toEqual([[], []]);
  });

  it("stops", async () => {
    const ca = await running();
    await ca.publisher.stop();
    const { certificate } = await issueLeaf(ca);
    await revoke(ca.context, certificate);
    await ca.clock.pass(DAY_MS);
    expect(serialsIn(ca.list())).toEqual([]);
  });
});
