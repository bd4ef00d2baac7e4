import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import { asBuffer } from "../../asn1/bytes.ts";

/** One side of an ECDHE key exchange. */
export interface KeyShare {
  /** The point as it goes over the wire. */
  readonly publicOctets: Uint8Array;
  /** @throws Error for a point that is not on the curve, or that leads to no secret */
  secretWith(peerOctets: Uint8Array): Uint8Array;
}

export interface Group {
  readonly code: number;
  readonly name: string;
  newKeyShare(): KeyShare;
}

/** The groups that this server speaks. @see RFC 8422 section 5.1.1 */
export const groups: readonly Group[] = [
  { code: 29, name: "x25519", newKeyShare: newX25519Share },
  { code: 23, name: "secp256r1", newKeyShare: () => newCurveShare("prime256v1") },
  { code: 24, name: "secp384r1", newKeyShare: () => newCurveShare("secp384r1") },
];

function newCurveShare(curve: string): KeyShare {
  const ecdh = createECDH(curve);
  return { publicOctets: ecdh.generateKeys(), secretWith: (peer) => ecdh.computeSecret(peer) };
}

/** RFC 7748 section 6.1; node:crypto takes the 32 octets as a JWK (RFC 8037 section 2). */
function newX25519Share(): KeyShare {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return {
    publicOctets: Buffer.from(publicKey.export({ format: "jwk" }).x as string, "base64url"),
    secretWith: (peer) => {
      const key = { kty: "OKP", crv: "X25519", x: asBuffer(peer).toString("base64url") };
      return diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: "jwk" }) });
    },
  };
}
