import type { ExternalResponder } from "../../ca/ocsp/external-responder.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { Certificate } from "../../x509/certificate.ts";
import type { Context } from "../context.ts";
import { readInput } from "../read-input.ts";
import { certificatesOfFile } from "../verify/certificate-source.ts";

/** The files of responders, in any order. */
export interface ResponderFiles {
  readonly responderCert: readonly string[];
  readonly responderKey: readonly string[];
}

/** The responders of --responder-cert, each with its key of --responder-key. @throws PkiError ERR_USAGE, ERR_FILE_READ, and those of keys */
export async function externalResponders(
  context: Context,
  { responderCert, responderKey }: ResponderFiles,
  passphrase: Passphrase | undefined,
): Promise<readonly ExternalResponder[]> {
  const keys: PrivateKey[] = [];
  for (const file of responderKey) keys.push(await PrivateKey.import(await readInput(context, file), passphrase));
  const responders: ExternalResponder[] = [];
  for (const file of responderCert) {
    const [der] = await certificatesOfFile(context, file);
    const certificate = Certificate.parse(der as Uint8Array);
    const key = keys.find((one) => one.matches(PublicKey.fromSpki(certificate.spkiDer)));
    if (key === undefined) throw withoutPartner(file, "no --responder-key is its private key");
    responders.push({ certificate, key });
  }
  if (keys.length > responders.length)
    throw withoutPartner("a --responder-key", "it belongs to none of the certificates of --responder-cert");
  return responders;
}

function withoutPartner(file: string, why: string): PkiError {
  return new PkiError("ERR_USAGE", {
    problem: `${file} is of no use alone: ${why}`,
    advice: "give the certificate and the private key of each responder",
  });
}
