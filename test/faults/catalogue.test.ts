import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messageTables } from "../../src/explain/messages/index.ts";
import { adviceOf } from "../../src/faults/advice.ts";
import { ambiguities } from "../../src/faults/ambiguities.ts";
import { faultGroups, faultNamed, faults } from "../../src/faults/catalogue.ts";
import { type Client, clients } from "../../src/faults/client.ts";
import { explanations } from "../../src/verify/explanations/index.ts";
import { reasonNotMeasured } from "../clients/not-measured.ts";

const room = join(import.meta.dirname, "../../src/faults");
const vocabulary = join(import.meta.dirname, "../../../shared/design/FAULTS.md");
const classes = new Set(Object.values(messageTables).flatMap((table) => table.map(({ id }) => id)));
const printed = new Set(
  faults.flatMap(({ prints }) => Object.values(prints).flatMap((print) => (print === "accepts" ? [] : print))),
);

describe("the fault catalogue", () => {
  it("has one file per fault, named after it, in the folder of its group", () => {
    for (const [group, members] of Object.entries(faultGroups)) {
      const files = readdirSync(join(room, group)).filter((name) => name !== "index.ts");
      expect(files.sort()).toEqual(members.map(({ id }) => `${id}.ts`).sort());
    }
  });

  it("names each fault once", () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(faults.every((fault) => faultNamed(fault.id) === fault)).toBe(true);
  });

  it("raises findings that the verifier knows, under its own id wherever there is a chain to judge", () => {
    for (const { id, raises } of faults) {
      for (const code of raises) expect(explanations, id).toHaveProperty(code);
      if (id in explanations) expect(raises[0]).toBe(id);
    }
  });

  it.each(faults)("$id tells its story in two sentences and what to do", (fault) => {
    expect(fault.story.match(/[.](?= |$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(fault.title).toMatch(/[^.]$/);
    expect(adviceOf(fault).why).not.toBe("");
    expect(adviceOf(fault).fix.length).toBeGreaterThan(0);
    expect(ambiguities).toHaveProperty(fault.ambiguity);
  });

  it.each(faults)("$id is as serious as its clients take it", ({ severity, prints }) => {
    const rows = (Object.keys(prints) as Client[]).filter((client) => clients[client].isMeasured);
    const accepting = rows.filter((client) => prints[client] === "accepts");
    if (severity === "every client refuses") expect(accepting).toEqual([]);
    if (severity === "accepted") expect(accepting).toEqual(rows);
  });

  it.each(faults)("$id has a row for every client that is measured", ({ id, prints }) => {
    const without = (Object.keys(clients) as Client[]).filter(
      (client) =>
        clients[client].isMeasured && prints[client] === undefined && reasonNotMeasured(client, id) === undefined,
    );
    expect(without).toEqual([]);
  });

  it("prints only messages that are known", () => {
    expect([...printed].filter((id) => !classes.has(id))).toEqual([]);
  });

  it("has a fault for every message, but for those of what rootcause does not look into", () => {
    expect([...classes].filter((id) => !printed.has(id)).sort()).toEqual(withoutFault);
  });

  it.skipIf(!existsSync(vocabulary))("has every fault of the vocabulary", () => {
    const rows = readFileSync(vocabulary, "utf8").matchAll(/^\| ([a-z][\w, ()-]+) \|/gm);
    const ids = [...rows].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g)].map(([id]) => id),
    );
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => faultNamed(id) === undefined)).toEqual([]);
  });
});

/** Messages that are explained by what they say: proxy certificates, Suite B, DANE, S/MIME, API misuse, rare alerts. */
const withoutFault: readonly string[] = [
  "alert-0",
  "alert-10",
  "alert-100",
  "alert-109",
  "alert-110",
  "alert-111",
  "alert-113",
  "alert-114",
  "alert-115",
  "alert-121",
  "alert-20",
  "alert-21",
  "alert-22",
  "alert-30",
  "alert-41",
  "alert-47",
  "alert-49",
  "alert-60",
  "alert-86",
  "alert-90",
  "chromium-transparency",
  "dotnet-no-certificate",
  "gnutls-owner",
  "go-issuer-mismatch",
  "java-path-validation",
  "mysql-tls-error",
  "net-http-request",
  "nss-empty-issuer",
  "openssl-1",
  "openssl-15",
  "openssl-16",
  "openssl-17",
  "openssl-37",
  "openssl-38",
  "openssl-39",
  "openssl-40",
  "openssl-45",
  "openssl-46",
  "openssl-5",
  "openssl-50",
  "openssl-56",
  "openssl-57",
  "openssl-58",
  "openssl-59",
  "openssl-60",
  "openssl-61",
  "openssl-63",
  "openssl-65",
  "openssl-69",
  "openssl-70",
  "openssl-71",
  "openssl-72",
  "openssl-80",
  "openssl-81",
  "openssl-82",
  "openssl-83",
  "openssl-84",
  "openssl-87",
  "openssl-90",
  "openssl-91",
  "openssl-95",
  "openssl-http-request",
  "openssl-unsafe-renegotiation",
];
