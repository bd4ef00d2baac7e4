import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Lab } from "../../../src/faults/build/lab.ts";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import { issuerPointer } from "../../../src/faults/build/revocation-sources.ts";
import { faultNamed } from "../../../src/faults/catalogue.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { fetchIssuers } from "../../../src/revocation/fetch/fetch-issuers.ts";
import { verifyOnline } from "../../../src/verify/online/verify-online.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { type LiveEndpoints, liveEndpoints } from "./live-endpoints.ts";

let live: LiveEndpoints;

beforeAll(async () => {
  live = await liveEndpoints([faultNamed("missing-intermediate") as Fault], (laboratory, fault) =>
    laboratory.build(fault),
  );
});

afterAll(() => live.close());

describe("a live chain without its intermediate", () => {
  it("stays broken for whoever fetches issuers: the address that it names is dead", async () => {
    const { server, trust, name } = live.scene("missing-intermediate");
    const ders = (all: typeof trust) => all.map(({ der }) => der);
    const asked = { trust: ders(trust), name, fetchIssuers: true } as const;
    const { valid, findings, skipped } = await verifyOnline(ders(server.chain), asked);
    expect(valid).toBe(false);
    expect(findings[0]?.code).toBe("missing-intermediate");
    expect(skipped.join()).toContain("404.crt answers HTTP 404");
  });

  it.each([
    ["404", /answers HTTP 404/],
    ["slow", /does not answer within 1 s/],
    ["hang", /does not answer within 1 s/],
    ["loop", /redirects more than 3 times/],
    ["truncated", /hangs up|aborted/],
    ["empty", /cannot be read/],
    ["html", /sends a page of HTML/],
    ["pem", /sends PEM, and not DER/],
  ])("tells why the issuer is not to be had: %s", async (name, problem) => {
    const { problems } = await fetchIssuers(leafThatPointsTo(name), impatiently);
    expect(problems.join()).toMatch(problem);
  });

  it("reads octets, whatever they are called", async () => {
    const { certificates } = await fetchIssuers(leafThatPointsTo("wrong-type"), impatiently);
    expect(certificates[0]?.subject.toString()).toContain("missing-intermediate Issuing CA");
  });
});

const impatiently = { at: new Date(), limits: { fileTimeoutMs: 1000 } };

function leafThatPointsTo(name: string): Certificate {
  const { root } = new Laboratory(new Date());
  const lab = new Lab("missing-intermediate", new Date(), root);
  const extensions = issuerPointer(`${live.origin}/missing-intermediate/${name}.crt`);
  return Certificate.parse(lab.newLeaf(lab.issuing, { extensions }).der);
}
