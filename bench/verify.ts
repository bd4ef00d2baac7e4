import "reflect-metadata";
import { createPublicKey, verify as verifySignature, webcrypto } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as peculiar from "@peculiar/x509";
import * as pkijs from "pkijs";
import { TestCa } from "../src/testing.ts";
import { verify } from "../src/verify/verify.ts";
import type { Certificate } from "../src/x509/certificate.ts";
import { race } from "./harness.ts";
import { goRate, pythonRate } from "./peers.ts";
import { type Line, perSecond, printReport } from "./report.ts";

const HOST = "www.example.test";

/** Leaf, two intermediates and root, P-256, parsed from DER each time, the host name checked. */
export async function run(): Promise<void> {
  const ca = await TestCa.create({ intermediates: 2 });
  const issued = ca.issue([HOST, "example.test"]);
  const certificates = [issued.certificate, ...issued.chain, issued.root];
  const chain = certificates.map(({ der }) => new Uint8Array(der));
  const [leaf, int1, int2, root] = chain as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const ours = {
    run: () => accept(verify([leaf, int1, int2], { trust: [root], name: HOST, purpose: "serverAuth" }).valid),
  };
  const rates = await race({ limit: { run: bareSignatures(certificates) }, ours });
  // A race of its own: what the libraries leave behind is collected in whoever's turn it is.
  const libraries = await race({
    ours,
    pkijs: { run: () => pkijsVerify(chain) },
    peculiar: { run: () => peculiarVerify(chain) },
  });
  const line = (against: string, theirs: number | undefined, aim: number, own = rates.ours): Line[] =>
    theirs === undefined
      ? []
      : [{ what: "verify", ours: perSecond(own), against, theirs: perSecond(theirs), ratio: own / theirs, aim }];
  printReport("Verify: leaf, two intermediates, root, P-256, from DER, with host name (issuer keys are cached)", [
    ...line("its three bare signatures", rates.limit, 0.85),
    ...line("pkijs", libraries.pkijs, 20, libraries.ours),
    ...line("@peculiar/x509, signatures alone", libraries.peculiar, 20, libraries.ours),
    ...withFiles(chain, (args) => [
      ...line("Go crypto/x509", goRate("verify.go", args), 1),
      ...line("pyca/cryptography", pythonRate("verify.py", args), 1),
    ]),
  ]);
}

/** The signature checks of the chain alone, with keys that are held. */
function bareSignatures(certificates: readonly Certificate[]): () => void {
  const links = certificates.slice(0, -1).map(({ tbsDer, signature }, index) => {
    const spki = Buffer.from((certificates[index + 1] as Certificate).spkiDer);
    return { tbsDer, signature: signature.bytes, key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
  });
  return () => {
    for (const { tbsDer, signature, key } of links) accept(verifySignature("sha256", tbsDer, key, signature));
  };
}

async function pkijsVerify(chain: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  const parsed = chain.map((der) => pkijs.Certificate.fromBER(der));
  const engine = new pkijs.CertificateChainValidationEngine({
    certs: parsed.slice(0, -1).reverse(),
    trustedCerts: parsed.slice(-1),
  });
  accept((await engine.verify()).result);
}

async function peculiarVerify(chain: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  const [leaf, ...issuers] = chain.map((der) => new peculiar.X509Certificate(der));
  const builder = new peculiar.X509ChainBuilder({ certificates: issuers });
  accept((await builder.build(leaf as peculiar.X509Certificate, webcrypto as Crypto)).length === chain.length);
}

function withFiles<T>(chain: readonly Uint8Array[], use: (args: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  try {
    const files = chain.map((der, index) => {
      const file = join(folder, `${index}.der`);
      writeFileSync(file, der);
      return file;
    });
    return use([HOST, ...files]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function accept(valid: boolean): void {
  if (!valid) throw new Error("a verifier refused the chain of the bench");
}
