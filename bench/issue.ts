import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCa } from "../src/ca/create-ca.ts";
import { prepare } from "../src/ca/prepare.ts";
import { randomSerial } from "../src/ca/serial.ts";
import { signCertificate } from "../src/ca/sign-certificate.ts";
import { PrivateKey } from "../src/keys/private-key.ts";
import { builtinProfile } from "../src/profile/builtin-profiles.ts";
import { createStore } from "../src/store/open.ts";
import { race } from "./harness.ts";
import { goRate } from "./peers.ts";
import { type Line, perSecond, printReport } from "./report.ts";

/** Issuing in process, without a store: P-256, two DNS names of its own in each certificate, the profile tls-server. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const now = new Date();
  const store = await createStore(join(folder, "ca-store"), { now: () => now });
  try {
    const { issuing } = await createCa({ store, now: () => now }, { name: "Bench" });
    const compiled = issuing.compile(builtinProfile("tls-server"), randomSerial());
    const { publicKey } = PrivateKey.generate("ecdsa-p256");
    let count = 0;
    const prepared = (key = publicKey) => {
      const host = `host-${count++}.example.test`;
      const order = { profile: compiled.profile, names: [host, `www.${host}`] };
      return prepare({ compiled, chain: issuing.chainCheck, order, publicKey: key, serial: randomSerial(), now });
    };
    const bareKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const { tbsDer } = prepared();
    const bare = { run: () => sign("sha256", tbsDer, bareKey) };
    const givenKey = await race({
      bare,
      prepare: { run: () => prepared() },
      issue: { run: () => signCertificate(issuing.signer, prepared().tbsDer) },
    });
    // A race of its own: what new keys leave behind is collected in whoever's turn it is.
    const newKeys = await race({
      bare,
      issue: {
        run: () => signCertificate(issuing.signer, prepared(PrivateKey.generate("ecdsa-p256").publicKey).tbsDer),
      },
      keys: { run: () => PrivateKey.generate("ecdsa-p256").pkcs8Der },
    });
    const go = goRate("issue.go");
    const line = (what: string, rate: number, against: string, theirs: number, aim?: number): Line => ({
      what,
      ours: perSecond(rate),
      against,
      theirs: perSecond(theirs),
      ratio: rate / theirs,
      ...(aim === undefined ? {} : { aim }),
    });
    printReport("Issue in process, P-256: policy, lint, chain check and signature", [
      line("key given", givenKey.issue, "bare P-256 signature", givenKey.bare, 0.4),
      ...(go === undefined ? [] : [line("key given", givenKey.issue, "Go x509.CreateCertificate", go, 1)]),
      line("preparing alone", givenKey.prepare, "bare P-256 signature", givenKey.bare),
      line("with a new key", newKeys.issue, "bare P-256 signature", newKeys.bare),
      line("a key pair as PKCS#8", newKeys.keys, "bare P-256 signature", newKeys.bare),
    ]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
