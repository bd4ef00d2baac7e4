import { contextConstructed } from "../../asn1/tag.ts";
import { explicit, integer, oid, retag, sequence, setOf } from "../../asn1/writer.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { encodePem } from "../../x509/pem.ts";
import type { ExportFormat } from "./export-format.ts";

/** A PKCS#7 file of certificates: what Windows and Java import as one chain. */
export const pkcs7: ExportFormat = {
  id: "pkcs7",
  summary: "chain.p7b: the certificate, its intermediates and the root in one PKCS#7 file",
  files: [
    {
      name: "chain.p7b",
      contents: ({ certificate, chain, root }) =>
        encodePem("PKCS7", encodeCertificatesOnly([certificate, ...chain, root])),
    },
  ],
};

const ID_SIGNED_DATA = "1.2.840.113549.1.7.2";
const ID_DATA = "1.2.840.113549.1.7.1";

/** A SignedData without signers that only carries certificates (RFC 5652 section 5.1, RFC 8551 section 3.8). */
function encodeCertificatesOnly(certificates: readonly Certificate[]): Uint8Array {
  const signedData = sequence(
    integer(1),
    setOf(),
    sequence(oid(ID_DATA)),
    retag(contextConstructed(0), setOf(...certificates.map(({ der }) => der))),
    setOf(),
  );
  return sequence(oid(ID_SIGNED_DATA), explicit(0, signedData));
}
