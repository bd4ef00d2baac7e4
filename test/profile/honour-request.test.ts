import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { honourRequest } from "../../src/profile/honour-request.ts";
import { checkProfile } from "../../src/profile/schema/parse-profile.ts";
import { CertificationRequest } from "../../src/x509/certification-request.ts";
import { generalNameText } from "../../src/x509/general-name-text.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rootcause-csr-"));
  execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", join(folder, "key.pem")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A request as OpenSSL makes it. */
function request(subject: string, extensions: readonly string[]): CertificationRequest {
  const config = join(folder, "openssl.cnf");
  writeFileSync(config, "[req]\ndistinguished_name=dn\n[dn]\n");
  const args = ["req", "-new", "-config", config, "-key", join(folder, "key.pem"), "-subj", subject, "-outform", "DER"];
  const der = execFileSync("openssl", [...args, ...extensions.flatMap((text) => ["-addext", text])]);
  return CertificationRequest.parse(new Uint8Array(der));
}

function honour(template: object, subject: string, extensions: readonly string[] = []) {
  const profile = checkProfile({
    name: "mine",
    kind: "end-entity",
    validity: { default: "30d", max: "90d" },
    keys: ["ed25519"],
    ...template,
  });
  const { subject: name, names, extensions: taken, leftOut } = honourRequest(profile, request(subject, extensions));
  return { subject: name?.toString(), names: names.map(generalNameText), taken: taken.map(({ oid }) => oid), leftOut };
}

const san = "subjectAltName=DNS:a.test,IP:10.0.0.1";
const wishes = [san, "basicConstraints=critical,CA:TRUE", "tlsfeature=status_request"];

describe("what a profile takes of a certification request", () => {
  it("is the names and the allowed attributes; what is left out is named", () => {
    expect(honour({ subject: { allowed: ["O"] } }, "/C=DE/O=Acme/CN=a.test", wishes)).toEqual({
      subject: "O=Acme",
      names: ["DNS:a.test", "IP:10.0.0.1"],
      taken: [],
      leftOut: ["subject countryName", "subject commonName", "basicConstraints", "tlsFeature"],
    });
  });

  it("is the extensions that it lists", () => {
    const { taken, leftOut } = honour({ csr: { extensions: [OID.tlsFeature] } }, "/O=Acme", wishes);
    expect(taken).toEqual([OID.tlsFeature]);
    expect(leftOut).toEqual(["basicConstraints"]);
  });

  it("is nothing when it says so", () => {
    expect(honour({ csr: { subject: false, names: false } }, "/O=Acme", [san])).toEqual({
      subject: undefined,
      names: [],
      taken: [],
      leftOut: ["subject organizationName", "subjectAltName"],
    });
  });

  it("is the common name as a name, where the request has no other", () => {
    const asName = { csr: { commonNameAsName: true } };
    expect(honour(asName, "/CN=a.test").names).toEqual(["DNS:a.test"]);
    expect(honour(asName, "/CN=10.0.0.1").names).toEqual(["IP:10.0.0.1"]);
    expect(honour(asName, "/CN=other.test", [san]).names).toEqual(["DNS:a.test", "IP:10.0.0.1"]);
    expect(honour(asName, "/CN=Alice Example").names).toEqual([]);
    expect(honour({}, "/CN=a.test").names).toEqual([]);
  });

  it("keeps the requested common name where the profile takes it", () => {
    expect(honour({ subject: { commonName: "request", allowed: [] } }, "/CN=Alice/O=x").subject).toBe("CN=Alice");
  });

  it("leaves out fixed and forbidden attributes", () => {
    const subject = { fixed: { O: "Acme" }, forbidden: ["OU"] };
    expect(honour({ subject }, "/O=Evil/OU=Ops/L=Here").leftOut).toEqual([
      "subject organizationName",
      "subject organizationalUnitName",
    ]);
  });
});
