import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { fetchIssuers } from "../../../src/revocation/fetch/fetch-issuers.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../../src/x509/extensions/authority-info-access.ts";
import { now, TestIssuer } from "../test-issuer.ts";
import { listen } from "./loopback.ts";

const ca = new TestIssuer("CN=CA");

async function issuersOf(...urls: readonly string[]) {
  const descriptions = urls.map((value) => ({ method: OID.caIssuers, location: { kind: "uri", value } as const }));
  const extensions = urls.length === 0 ? [] : [encodeExtension(authorityInfoAccess, descriptions, false)];
  const { certificates, problems } = await fetchIssuers(ca.certify(new TestIssuer("CN=leaf"), { extensions }), {
    at: now,
  });
  return { subjects: certificates.map(({ subject }) => subject.toString()), problems };
}

describe("fetchIssuers", () => {
  it("brings the certificates that are named, and tells why others did not come", async () => {
    const der = await listen((_, response) => response.end(ca.root.der));
    const pem = await listen((_, response) => response.end(ca.root.toPem()));
    const gone = await listen((_, response) => response.writeHead(410).end());
    expect(await issuersOf(pem, gone, der)).toEqual({
      subjects: ["CN=CA"],
      problems: [`${pem} sends PEM, and not DER`, `${gone} answers HTTP 410`],
    });
  });

  it("brings none where none is named", async () => {
    expect(await issuersOf()).toEqual({ subjects: [], problems: [] });
  });
});
