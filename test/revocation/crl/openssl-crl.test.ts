import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { CertificateList } from "../../../src/x509/certificate-list.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { type CrlFacts, days, now, TestIssuer } from "../test-issuer.ts";
import { ca, check, codes, delta, leafKey, number, reason, scope, url } from "./crl-samples.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-crl-"));
afterAll(() => rmSync(folder, { recursive: true }));

const root = ca.root;
const point = { fullName: [url("http://pki.test/a.crl")] };
// OpenSSL looks for a delta only where a freshestCRL points to one.
const leaf = ca.certify(leafKey, {
  extensions: [encodeExtension(crlDistributionPoints, [point], false), encodeExtension(freshestCrl, [point], false)],
});
const impostor = new TestIssuer("CN=CA");

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** What OpenSSL says of the leaf, with all that it knows about CRLs switched on. */
function opensslAccepts(crls: readonly CertificateList[]): boolean {
  const trust = write("ca.pem", root.toPem());
  const target = write("leaf.pem", leaf.toPem());
  const lists = write("crls.pem", crls.map((crl) => crl.toPem()).join(""));
  const options = ["-crl_check", "-extended_crl", "-use_deltas", "-attime", String(now.getTime() / 1000)];
  return spawnSync("openssl", ["verify", ...options, "-CAfile", trust, "-CRLfile", lists, target]).status === 0;
}

const scopes = [
  undefined,
  scope(point),
  scope({ fullName: [url("http://pki.test/b.crl")] }),
  scope({ onlyContainsUserCerts: true }),
  scope({ onlyContainsCaCerts: true }),
  scope({ onlySomeReasons: ["keyCompromise"] }),
];

const mostly = fc.constantFrom(true, true, true, true, false);

const anyList = fc.record({
  isSigned: mostly,
  isFresh: mostly,
  revoked: fc.constantFrom(undefined, "superseded", "certificateHold"),
  scope: fc.constantFrom(...scopes),
  delta: fc.constantFrom(undefined, "superseded", "removeFromCRL", "empty"),
  deltaBase: fc.constantFrom(5n, 6n),
} as const);

describe("CRLs", () => {
  it("decide as they do for OpenSSL", () => {
    fc.assert(
      fc.property(anyList, (facts) => {
        const issuer = facts.isSigned ? ca : impostor;
        const period = facts.isFresh ? {} : { thisUpdate: days(-3), nextUpdate: days(-1) };
        const shared = facts.scope ? [facts.scope] : [];
        const list = (its: CrlFacts) => issuer.list({ ...period, ...its });
        const entry = (why: "superseded" | "certificateHold" | "removeFromCRL") => [
          { serial: 1, extensions: [reason(why)] },
        ];
        const crls = [
          list({ extensions: [number(5n), ...shared], revoked: facts.revoked ? entry(facts.revoked) : [] }),
        ];
        const { delta: kind } = facts;
        if (kind !== undefined) {
          const extensions = [number(7n), delta(facts.deltaBase), ...shared];
          crls.push(list({ extensions, revoked: kind === "empty" ? [] : entry(kind) }));
        }
        expect(codes(check(leaf, crls)) === "good").toBe(opensslAccepts(crls));
      }),
      { numRuns: 100 },
    );
  });
});
