import { hash } from "node:crypto";
import { toHex } from "../../asn1/bytes.ts";
import { OID } from "../../asn1/oids.ts";
import type { HashName } from "../../keys/hash-algorithm.ts";
import { PublicKey } from "../../keys/public-key.ts";
import type { CertId } from "../ocsp/cert-id.ts";
import type { ServedIssuer } from "./served-issuer.ts";

/** RFC 5019 section 2.1.1 wants SHA-1, and its successor SHA-256; the others cost nothing. */
const hashes: readonly HashName[] = ["sha1", "sha256", "sha384", "sha512"];

/** Finds the issuer that a CertID means, whichever hash it uses. */
export class IssuerDirectory {
  readonly #issuers = new Map<string, ServedIssuer>();

  /** Takes the place of an issuer with the same name and key. */
  set(issuer: ServedIssuer): void {
    const { subject, spkiDer } = issuer.certificate;
    const key = PublicKey.fromSpki(spkiDer).subjectPublicKey;
    for (const name of hashes) this.#issuers.set(OID[name] + hash(name, subject.der) + hash(name, key), issuer);
  }

  find({ hashOid, issuerNameHash, issuerKeyHash }: CertId): ServedIssuer | undefined {
    return this.#issuers.get(hashOid + toHex(issuerNameHash) + toHex(issuerKeyHash));
  }
}
