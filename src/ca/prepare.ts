import { hash } from "node:crypto";
import { PublicKey } from "../keys/public-key.ts";
import type { CompiledProfile } from "../profile/compile-profile.ts";
import { enforcePolicy } from "../profile/policy/check-policy.ts";
import type { Intent } from "../store/certificate-record.ts";
import { Certificate } from "../x509/certificate.ts";
import { generalNameFromText } from "../x509/general-name-from-text.ts";
import { plainNameText } from "../x509/general-name-text.ts";
import type { ChainCheck } from "./chain-check.ts";
import { enforceLint, type Notice } from "./lint.ts";
import type { CertificateOrder } from "./order.ts";
import { timeText } from "./time-text.ts";

/** A certificate that was judged and may be signed. */
export interface Prepared {
  readonly tbsDer: Uint8Array;
  readonly intent: Intent;
  readonly notices: readonly Notice[];
}

export interface PrepareInput {
  readonly compiled: CompiledProfile;
  readonly chain: ChainCheck;
  readonly order: CertificateOrder;
  readonly publicKey: PublicKey;
  readonly serial: Uint8Array;
  readonly now: Date;
}

/**
 * The first move of an issuance: builds the to-be-signed bytes and judges those, never the order. What passes is what the profile allows,
 * what lint finds no error in, and what clients would accept with its chain.
 * @throws PkiError ERR_CA_EXPIRED, ERR_GENERAL_NAME, ERR_PROFILE_REFUSED, ERR_LINT_REFUSED, ERR_CHAIN_REFUSED
 */
export function prepare({ compiled, chain, order, publicKey, serial, now }: PrepareInput): Prepared {
  chain.requireCurrent(now);
  const names = order.names.map((name) => (typeof name === "string" ? generalNameFromText(name) : name));
  // Field by field: what is spread has another shape each time, and whoever reads it then takes the slow road.
  const { subject, days, notBefore, notAfter, extensions } = order;
  const tbsDer = compiled.build({ names, publicKey, subject, days, notBefore, notAfter, extensions }, serial, now);
  const certificate = Certificate.fromTbs(tbsDer);
  enforcePolicy(compiled, certificate);
  const notices = enforceLint(certificate, compiled);
  chain.require(certificate, compiled, now);
  return { tbsDer, intent: intentOf(certificate, compiled, order, now), notices };
}

const notBeforeText = timeText();
const notAfterText = timeText();
const nowText = timeText();

function intentOf(
  certificate: Certificate,
  { issuer, profile }: CompiledProfile,
  { replaces }: CertificateOrder,
  now: Date,
): Intent {
  const intent: Intent = {
    serial: certificate.serialHex,
    authority: issuer.id,
    profile: profile.name,
    subject: certificate.subject.toString(),
    names: certificate.subjectAltName?.value.map(plainNameText) ?? [],
    notBefore: notBeforeText(certificate.notBefore),
    notAfter: notAfterText(certificate.notAfter),
    spkiSha256: PublicKey.fromSpki(certificate.spkiDer).sha256,
    tbsSha256: hash("sha256", certificate.tbsDer),
    requestedAt: nowText(now),
  };
  return replaces === undefined ? intent : { ...intent, replaces };
}
