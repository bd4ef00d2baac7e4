import { integer } from "../../../src/asn1/writer.ts";
import { softwareSigner } from "../../../src/keys/software-signer.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { issuingDistributionPoint } from "../../../src/x509/extensions/issuing-distribution-point.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { encodeRevokedCertificate } from "../../../src/x509/revoked-certificate.ts";
import { encodeSigned } from "../../../src/x509/signed.ts";
import { encodeTbsCertificateList } from "../../../src/x509/tbs-certificate-list.ts";
import { ca, days, type Issued, keyOf, leaf } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

interface CrlSpec {
  readonly revoked?: readonly Issued[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly Uint8Array[];
  readonly signedBy?: Issued;
}

function crl(issuer: Issued, spec: CrlSpec = {}): Uint8Array {
  const signer = softwareSigner((spec.signedBy ?? issuer).key);
  const signatureAlgorithm = signer.signatureAlgorithm.identifierDer;
  const entries = (spec.revoked ?? []).map(({ der }) =>
    encodeRevokedCertificate({ serial: Certificate.parse(der).serialNumber, revokedAt: days(-2), extensions: [] }),
  );
  const keyId = issuer.key.publicKey.keyIdentifier;
  const tbs = encodeTbsCertificateList({
    signatureAlgorithm,
    issuer: issuer.name,
    thisUpdate: spec.thisUpdate ?? days(-1),
    nextUpdate: spec.nextUpdate ?? days(6),
    entries: Buffer.concat(entries),
    extensions: [
      encodeExtension(authorityKeyIdentifier, { keyId }, false),
      ...(spec.extensions ?? [encodeExtension(crlNumber, 1n, false)]),
    ],
  });
  return encodeSigned(tbs, signatureAlgorithm, signer.sign(tbs));
}

const withCrls = (...crls: Uint8Array[]): Pick<Fault, "sent" | "options"> => ({
  sent: below(goodLeaf),
  options: { crls, revocation: "require" },
});

const onlyCas = {
  onlyContainsUserCerts: false,
  onlyContainsCaCerts: true,
  indirectCrl: false,
  onlyContainsAttributeCerts: false,
};
const rootCrl = crl(good.root);
const number = encodeExtension(crlNumber, 1n, false);
const cannotSign = ca(good.root, {
  subject: "CN=No cRLSign",
  extensions: { keyUsage: encodeExtension(keyUsage, ["keyCertSign"], true) },
});
const other = { ...good.issuing, key: keyOf("another") };

export const revocationFaults: readonly Fault[] = [
  { id: "revoked-crl", ...withCrls(rootCrl, crl(good.issuing, { revoked: [goodLeaf] })) },
  {
    id: "revoked-intermediate",
    ...withCrls(crl(good.root, { revoked: [good.issuing] }), crl(good.issuing)),
    index: 1,
  },
  { id: "crl-missing", ...withCrls(rootCrl) },
  { id: "crl-expired", ...withCrls(rootCrl, crl(good.issuing, { nextUpdate: days(-0.5) })) },
  { id: "crl-not-yet-valid", ...withCrls(rootCrl, crl(good.issuing, { thisUpdate: days(1) })) },
  { id: "crl-bad-signature", ...withCrls(rootCrl, crl(good.issuing, { signedBy: other })) },
  {
    id: "crl-wrong-issuer",
    ...withCrls(rootCrl, crl(ca(good.root, { subject: "CN=Somebody Else" }))),
  },
  {
    id: "crl-wrong-scope",
    ...withCrls(
      rootCrl,
      crl(good.issuing, {
        extensions: [number, encodeExtension(issuingDistributionPoint, onlyCas, true)],
      }),
    ),
  },
  {
    id: "crl-signer-no-crlsign",
    sent: [leaf(cannotSign), cannotSign],
    options: { crls: [rootCrl, crl(cannotSign)], revocation: "require" },
  },
  {
    id: "crl-unknown-critical",
    ...withCrls(
      rootCrl,
      crl(good.issuing, { extensions: [number, encodeRawExtension("1.3.6.1.4.1.99999.2", integer(1), true)] }),
    ),
  },
  { id: "crl-no-number", ...withCrls(rootCrl, crl(good.issuing, { extensions: [] })), isRefused: false },
  {
    id: "crl-number-critical",
    ...withCrls(rootCrl, crl(good.issuing, { extensions: [encodeExtension(crlNumber, 1n, true)] })),
    isRefused: false,
  },
];
