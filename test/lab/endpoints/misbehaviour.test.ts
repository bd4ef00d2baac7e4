import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultNamed } from "../../../src/faults/catalogue.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { httpFetch } from "../../../src/revocation/fetch/http-fetch.ts";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { type LiveEndpoints, liveEndpoints } from "./live-endpoints.ts";

let live: LiveEndpoints;

beforeAll(async () => {
  const faults = [faultNamed("crl-missing"), faultNamed("ocsp-try-later")] as readonly Fault[];
  live = await liveEndpoints(faults, (laboratory, fault) => laboratory.build(fault));
});

afterAll(() => live.close());

const crl = (name: string) => `${live.origin}/crl-missing/${name}`;
/** Our own fetcher, with the patience of a second. */
const fetched = (url: string) =>
  httpFetch(url, { maxBytes: 65_536, timeoutMs: 1000, signal: new AbortController().signal });

describe("an address that misbehaves", () => {
  it.each(["issuing.crl", "404.crl"])("is not there: %s", async (name) => {
    const response = await fetch(crl(name));
    expect(response.status).toBe(404);
    expect(await fetched(crl(name))).toEqual({ problem: "answers HTTP 404", isAnswer: true });
  });

  it.each(["slow.crl", "hang.crl"])("keeps clients waiting: %s", async (name) => {
    expect(await fetched(crl(name))).toEqual({ problem: "does not answer within 1 s", isAnswer: false });
  });

  it("leads round and round", async () => {
    await expect(fetch(crl("loop.crl"))).rejects.toMatchObject({ cause: { message: /redirect count exceeded/ } });
    expect(await fetched(crl("loop.crl"))).toEqual({ problem: "redirects more than 3 times", isAnswer: true });
  });

  it("hangs up halfway", async () => {
    const response = await fetch(crl("truncated.crl"));
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(200);
    await expect(response.arrayBuffer()).rejects.toThrow("terminated");
    expect(await fetched(crl("truncated.crl"))).toMatchObject({ problem: expect.stringMatching(/hangs up|aborted/) });
  });

  it("answers with nothing", async () => {
    expect(await (await fetch(crl("empty.crl"))).text()).toBe("");
  });

  it("answers with PEM, under the type of PEM", async () => {
    const response = await fetch(crl("pem.crl"));
    expect(response.headers.get("content-type")).toBe("application/x-pem-file");
    expect(await response.text()).toMatch(/^-----BEGIN X509 CRL-----\n/);
  });

  it("answers with a page for people", async () => {
    const response = await fetch(crl("html.crl"));
    expect(response.headers.get("content-type")).toBe("text/html");
    expect(await response.text()).toContain("Log in");
  });

  it("answers with a sound list under a type that is none", async () => {
    const response = await fetch(crl("wrong-type.crl"));
    expect(response.headers.get("content-type")).toBe("text/plain");
    const list = CertificateList.parse(new Uint8Array(await response.arrayBuffer()));
    expect(list.issuer.toString()).toContain("crl-missing Issuing CA");
  });

  it("tells on its page what is wrong with it", () => {
    for (const id of ["crl-missing", "ocsp-try-later"]) {
      const paths = live.scene(id).endpoints.filter(({ fault }) => fault !== undefined);
      expect(paths.length).toBeGreaterThan(7);
      expect(new Set(paths.map(({ path }) => path)).size).toBe(paths.length);
    }
  });

  it("is not found beside what is offered", async () => {
    for (const path of ["/", "/crl-missing", "/crl-missing/root.crl/more", "/nobody/root.crl"])
      expect((await fetch(live.origin + path)).status).toBe(404);
  });
});

it("is all told in docs/lab.md", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/lab.md"), "utf8");
  const [, rows = ""] = page.split("| path | does |");
  const told = [...rows.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) => cell.match(/[\w-]+/g) ?? []);
  const offered = ["crl-missing", "ocsp-try-later"].flatMap((id) =>
    live
      .scene(id)
      .endpoints.filter(({ fault }) => fault !== undefined)
      .map(({ path }) => path.slice(1).split(".")[0]),
  );
  expect(new Set(told)).toEqual(new Set(offered.filter((name) => name !== "issuing")));
});

it("ends at once, whoever is still waiting", async () => {
  const own = await liveEndpoints([faultNamed("crl-missing") as Fault], (laboratory, fault) => laboratory.build(fault));
  const waiting = ["slow.crl", "hang.crl"].map((name) => fetch(`${own.origin}/crl-missing/${name}`));
  const ends = Promise.allSettled(waiting);
  await fetch(`${own.origin}/crl-missing/root.crl`);
  await own.close();
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
