import { execFile, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derAnswer } from "../../src/faults/build/endpoint.ts";
import type { Laboratory } from "../../src/faults/build/laboratory.ts";
import { misbehaving } from "../../src/faults/build/misbehaviour.ts";
import { issuerPointer } from "../../src/faults/build/revocation-sources.ts";
import type { Scene } from "../../src/faults/build/scene.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { revocationFaults } from "../../src/faults/revocation/index.ts";
import { missingIntermediate } from "../../src/faults/trust/missing-intermediate.ts";
import { chainPem } from "../../src/lab/serve/chain-pem.ts";
import { serveScene } from "../../src/lab/serve/serve-scene.ts";
import { liveEndpoints } from "../lab/endpoints/live-endpoints.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "rootcause-asking-"));
const closing: (() => Promise<void>)[] = [];
let broken: Said;
let mended: Said;
let chased: Said;

/** What Java says, by fault. */
type Said = ReadonlyMap<string, string>;

/** A leaf alone, which names this address as that of its issuer. */
const pointingTo = (name: string): Fault => ({
  ...missingIntermediate,
  id: name,
  build: (lab) => ({
    sent: [lab.newLeaf(lab.issuing, { extensions: issuerPointer(`${lab.place?.url}/${name}.crt`) })],
    endpoints: [
      { path: "/sound.crt", answer: derAnswer("crt", lab.issuing.der) },
      ...misbehaving("crt", lab.issuing.der),
    ],
  }),
});

/** Java takes PEM too, whatever it is called. */
const found = ["sound", "wrong-type", "pem"];
const notFound = ["404", "loop", "slow", "hang", "truncated", "empty", "html"];

beforeAll(async () => {
  broken = await ask(revocationFaults, (laboratory, fault) => laboratory.build(fault), asksForRevocation);
  mended = await ask(revocationFaults, (laboratory, fault) => laboratory.mend(fault), asksForRevocation);
  chased = await ask(
    [...found, ...notFound].map(pointingTo),
    (laboratory, fault) => laboratory.build(fault),
    fetchesIssuers,
  );
});

afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  rmSync(folder, { recursive: true });
});

/** What Java does not do unless told. Staples would keep it from asking. */
const asksForRevocation = [
  "-Dcom.sun.net.ssl.checkRevocation=true",
  "-Dcom.sun.security.enableCRLDP=true",
  "-Djdk.security.certpath.ocspNonce=true",
  "-Djdk.tls.client.enableStatusRequestExtension=false",
];
const fetchesIssuers = ["-Dcom.sun.security.enableAIAcaIssuers=true"];

/** What Java says that has nothing but the root, and looks for all else where the certificates say. */
async function ask(
  faults: readonly Fault[],
  make: (laboratory: Laboratory, fault: Fault) => Scene,
  switches: readonly string[],
): Promise<Said> {
  const live = await liveEndpoints(faults, make);
  closing.push(() => live.close());
  const ids = new Map<string, string>();
  for (const { id } of faults) {
    const { port, close } = await serveScene(live.scene(id));
    closing.push(close);
    ids.set(String(port), id);
  }
  const { stdout } = await run("java", [
    ...switches,
    ...[`-Djavax.net.ssl.trustStore=${trustStore(live.root)}`, "-Djavax.net.ssl.trustStorePassword=changeit"],
    ...[new URL("./lab-revocation/Asking.java", import.meta.url).pathname, ...ids.keys()],
  ]);
  const lines = stdout.trim().split("\n");
  return new Map(lines.map((line) => line.split("\t")).map(([port = "", text = ""]) => [ids.get(port) ?? "", text]));
}

function trustStore(root: Scene["trust"][number]): string {
  const name = join(folder, randomUUID());
  writeFileSync(`${name}.pem`, chainPem([root]));
  const into = ["-keystore", `${name}.p12`, "-storepass", "changeit"];
  execFileSync("keytool", ["-importcert", "-noprompt", "-alias", "lab", "-file", `${name}.pem`, ...into], {
    stdio: "pipe",
  });
  return `${name}.p12`;
}

/** What Java says last, that asks for OCSP too, when a CRL is of no use to it. */
const noOtherSource = "Certificate does not specify OCSP responder";

describe("Java, looking where the certificates say", () => {
  it.each([
    ["revoked-crl", "Certificate has been revoked"],
    ["revoked-ocsp", "Certificate has been revoked"],
    ["revoked-intermediate", "authority: CN=rootcause lab"],
    ["crl-expired", noOtherSource],
    ["crl-not-yet-valid", noOtherSource],
    ["crl-missing", noOtherSource],
    ["crl-bad-signature", noOtherSource],
    ["crl-wrong-issuer", noOtherSource],
    ["crl-wrong-scope", noOtherSource],
    ["crl-signer-no-crlsign", noOtherSource],
    ["crl-unknown-critical", noOtherSource],
    ["ocsp-unknown", "Certificate's revocation status is unknown"],
    ["ocsp-expired", "its validity interval is out-of-date"],
    ["ocsp-bad-signature", "Error verifying OCSP Response's signature"],
    ["ocsp-unauthorized-responder", "Responder's certificate not valid for signing OCSP responses"],
    ["ocsp-try-later", "OCSP response error: TRY_LATER"],
    ["ocsp-nonce-mismatch", "Nonces don't match"],
  ])("meets %s", (id, text) => {
    expect(broken.get(id)).toContain(text);
  });

  it.each(revocationFaults)("has nothing to say once the advice for $id has been followed", ({ id }) => {
    expect(mended.get(id)).toBe("ok");
  });

  it.each(found)("finds an intermediate that was not sent: %s", (name) => {
    expect(chased.get(name)).toBe("ok");
  });

  it.each(notFound)("does not find it behind an address that misbehaves: %s", (name) => {
    expect(chased.get(name)).toContain("unable to find valid certification path to requested target");
  });
});
