import { PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { decodePkcs12 } from "../../keys/pkcs12-decode.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { Certificate } from "../../x509/certificate.ts";
import { encodePem, looksLikePem, parsePem } from "../../x509/pem.ts";

/** The private key of a CA and the certificates that came with it. */
export interface CaMaterial {
  readonly key: PrivateKey;
  readonly certificates: readonly Certificate[];
}

/**
 * Finds the key and the certificates in files of PEM, or in one PKCS#12 file.
 * @throws PkiError ERR_USAGE when there is not exactly one key, and those of what cannot be read
 */
export async function readCaMaterial(
  contents: readonly Uint8Array[],
  passphrase: Passphrase | undefined,
): Promise<CaMaterial> {
  const [only] = contents;
  if (contents.length === 1 && only !== undefined && !looksLikePem(only)) return fromPkcs12(only, passphrase);
  const blocks = contents.flatMap((bytes) => parsePem(bytes));
  const keys = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE").map(({ der }) => Certificate.parse(der));
  const [first, ...others] = keys;
  if (first === undefined || others.length > 0) throw keyCountError(keys.length);
  return { key: await PrivateKey.import(encodePem(first.label, first.der), passphrase), certificates };
}

async function fromPkcs12(der: Uint8Array, passphrase: Passphrase | undefined): Promise<CaMaterial> {
  const { keys, certificates } = await decodePkcs12(der, passphrase);
  const [only, ...others] = keys;
  if (only === undefined || others.length > 0) throw keyCountError(keys.length);
  return { key: only.key, certificates: certificates.map(({ certificate }) => certificate) };
}

function keyCountError(count: number): PkiError {
  const advice =
    "give the certificate of the CA, its private key, and those of the CAs above it, in PEM files or one PKCS#12 file";
  return new PkiError("ERR_USAGE", { problem: `an import needs one private key, and there are ${count}`, advice });
}
