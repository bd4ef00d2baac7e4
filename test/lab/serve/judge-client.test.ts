import { expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { nul } from "../../../src/asn1/writer.ts";
import type { CertificateSpec } from "../../../src/faults/build/certificate-spec.ts";
import { eku } from "../../../src/faults/build/extensions.ts";
import { Lab } from "../../../src/faults/build/lab.ts";
import { judgeClient } from "../../../src/lab/serve/judge-client.ts";
import { encodeRawExtension } from "../../../src/x509/extension.ts";
import { laboratory } from "./on-stage.ts";

const lab = new Lab("judge", laboratory.at, laboratory.root);
const demand = { trust: [lab.root] };
const chainOf = (spec: CertificateSpec) => lab.below(lab.newClient(spec)).map(({ der }) => der);

it.each<[string, CertificateSpec, number | undefined]>([
  ["is good", {}, undefined],
  ["has expired", { notAfter: lab.days(-1) }, 45],
  ["is not valid yet", { notBefore: lab.days(1) }, 42],
  ["is for servers", { extensions: eku(OID.serverAuth) }, 43],
  ["is signed wrongly", { isCorrupt: true }, 51],
  ["has an extension that nobody knows", { extensions: { unknown: encodeRawExtension("2.999.1", nul(), true) } }, 46],
])("a certificate that %s", (_, spec, alert) => {
  expect(judgeClient(chainOf(spec), demand, lab.at)).toBe(alert);
});

it("a certificate of a CA that is not trusted", () => {
  expect(judgeClient(chainOf({}), { trust: [lab.newRoot()] }, lab.at)).toBe(48);
});

it("a certificate without its intermediate", () => {
  expect(judgeClient(chainOf({}).slice(0, 1), demand, lab.at)).toBe(48);
});

it("a certificate that is revoked", () => {
  const client = lab.newClient();
  const crls = [lab.crl(lab.root), lab.crl(lab.issuing, { revoked: [client] })];
  expect(judgeClient([client.der, lab.issuing.der], { ...demand, crls }, lab.at)).toBe(44);
});

it("octets that are no certificate", () => {
  expect(judgeClient([Uint8Array.of(1, 2, 3)], demand, lab.at)).toBe(46);
});
