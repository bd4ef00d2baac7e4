import { PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { decodePkcs12 } from "../../keys/pkcs12-decode.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { Certificate } from "../../x509/certificate.ts";
import { looksLikePem, parsePem } from "../../x509/pem.ts";

/** The private key of a CA and the certificates that came with it. */
export interface CaMaterial {
  readonly key: PrivateKey;
  readonly certificates: readonly Certificate[];
}

/**
 * Finds the one key and the certificates in PEM, or in a PKCS#12 file.
 * @throws PkiError ERR_USAGE when there is not one key and at least one certificate, and those of what cannot be read
 */
export async function readCaMaterial(contents: Uint8Array, passphrase: Passphrase | undefined): Promise<CaMaterial> {
  if (!looksLikePem(contents)) return fromPkcs12(contents, passphrase);
  const blocks = parsePem(contents);
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE").map(({ der }) => Certificate.parse(der));
  requireBoth(blocks.filter(({ label }) => label.endsWith("PRIVATE KEY")).length, certificates.length);
  return { key: await PrivateKey.import(contents, passphrase), certificates };
}

async function fromPkcs12(der: Uint8Array, passphrase: Passphrase | undefined): Promise<CaMaterial> {
  const { keys, certificates } = await decodePkcs12(der, passphrase);
  requireBoth(keys.length, certificates.length);
  const [only] = keys as [(typeof keys)[number]];
  return { key: only.key, certificates: certificates.map(({ certificate }) => certificate) };
}

function requireBoth(keys: number, certificates: number): void {
  if (keys === 1 && certificates > 0) return;
  const problem = `an import takes one private key and its certificate, and there are ${keys} and ${certificates}`;
  const advice = "name the PEM files of both, and of the CAs above it, or one PKCS#12 file with all of them";
  throw new PkiError("ERR_USAGE", { problem, advice });
}
