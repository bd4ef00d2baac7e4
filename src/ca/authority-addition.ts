import type { Passphrase } from "../keys/passphrase.ts";
import type { NewAuthority } from "../store/authority-record.ts";
import { keyToPem } from "./authority-key.ts";
import type { MadeAuthority } from "./make-authority.ts";

export interface AdditionOptions {
  readonly parent?: string | undefined;
  readonly createdAt: Date;
  /** Encrypts the private key. */
  readonly passphrase?: Passphrase | undefined;
}

/** What the store keeps of an authority that was just made. */
export async function authorityAddition(
  { authority, key }: MadeAuthority,
  { parent, createdAt, passphrase }: AdditionOptions,
): Promise<NewAuthority> {
  const { id, name, certificate, signer, urls } = authority;
  const { publicKey, signatureAlgorithm } = signer;
  const isDefault = signatureAlgorithm.id === publicKey.keyType?.signsWith;
  return {
    record: {
      id,
      name,
      kind: authority.issuers.length === 0 ? "root" : "intermediate",
      parent,
      certificatePem: certificate.toPem(),
      keyType: publicKey.keyType?.id ?? publicKey.words,
      signatureAlgorithm: isDefault ? undefined : signatureAlgorithm.id,
      createdAt: createdAt.toISOString(),
      urls,
    },
    keyPem: await keyToPem(key, passphrase),
  };
}
