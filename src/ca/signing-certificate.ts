import { PkiError } from "../errors/pki-error.ts";
import { verify } from "../verify/verify.ts";
import type { Certificate } from "../x509/certificate.ts";
import { requirePathLength } from "./path-length.ts";

/**
 * Checks that a CA made elsewhere can issue certificates that validate: it is a CA that may sign them, and its chain holds.
 * @param issuers the certificates above it, nearest first, the root last; none for a root
 * @throws PkiError ERR_CA_CANNOT_SIGN, ERR_CA_PATH_LENGTH, ERR_CA_CHAIN_INVALID
 */
export function requireSigningCertificate(
  ca: string,
  certificate: Certificate,
  issuers: readonly Certificate[],
  now: Date,
): void {
  const why = signingProblem(certificate);
  if (why !== undefined) throw new PkiError("ERR_CA_CANNOT_SIGN", { ca, why });
  requirePathLength(issuers, certificate.basicConstraints?.value.pathLength ?? 0);
  const { valid, findings } = verify([certificate, ...issuers], { trust: [issuers.at(-1) ?? certificate], at: now });
  const [headline] = findings;
  if (valid || headline === undefined) return;
  const fix = headline.fix.find(({ role }) => role === "ca")?.text ?? headline.why;
  throw new PkiError("ERR_CA_CHAIN_INVALID", { ca, finding: headline.message, fix });
}

/** RFC 5280 sections 4.2.1.9 and 4.2.1.3. */
function signingProblem({ version, basicConstraints, keyUsage }: Certificate): string | undefined {
  if (version !== 3) return `it is an X.509 version ${version} certificate, which no client takes for a CA`;
  if (basicConstraints === undefined) return "it has no basicConstraints";
  if (!basicConstraints.value.ca) return "its basicConstraints say CA FALSE";
  const mayCertify = keyUsage === undefined || keyUsage.value.includes("keyCertSign");
  return mayCertify ? undefined : `its keyUsage is ${keyUsage.value.join(", ")}, without keyCertSign`;
}
