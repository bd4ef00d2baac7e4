import { isPkiError, PkiError } from "../errors/pki-error.ts";
import { PrivateKey } from "../keys/private-key.ts";
import { PublicKey } from "../keys/public-key.ts";
import type { CertificateRecord } from "../store/certificate-record.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Authority } from "./authority.ts";
import type { CaContext } from "./context.ts";
import type { Notice } from "./lint.ts";
import type { CertificateOrder } from "./order.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { refuseRevoked } from "./refuse-revoked.ts";
import { randomSerial } from "./serial.ts";
import { signCertificate } from "./sign-certificate.ts";

/** More than one is a wonder: two of 2^127 random numbers would have to be the same. */
const MAX_SERIAL_TRIES = 3;

/** A certificate that was issued and recorded, with what goes with it. */
export interface Issued {
  readonly certificate: Certificate;
  readonly record: CertificateRecord;
  /** The issuers below the root, nearest first. */
  readonly chain: readonly Certificate[];
  readonly root: Certificate;
  /** When it was made for this order. It is kept nowhere else. */
  readonly key: PrivateKey | undefined;
  readonly notices: readonly Notice[];
}

/**
 * Issues a certificate in two moves. *Prepare* builds the bytes and judges them: profile, policy, and whether clients would accept the
 * chain. *Issue* reserves the serial number and records the intent, signs, and records the certificate; only then is it returned. A
 * process that dies in between leaves an intent that `doctor` shows and settles, never a certificate that the store does not know.
 * @throws PkiError ERR_CA_REVOKED, ERR_PROFILE_REFUSED, ERR_CHAIN_REFUSED, ERR_CA_SERIALS_TAKEN, and those of the store and the signer
 */
export async function issue(context: CaContext, authority: Authority, order: CertificateOrder): Promise<Issued> {
  refuseRevoked(authority, order.profile);
  const { key = "ecdsa-p256" } = order;
  const [publicKey, ownKey] = key instanceof PublicKey ? [key] : keyPair(PrivateKey.generate(key));
  const { tbsDer, intent, notices } = await reserve(context, authority, order, publicKey);
  const certificate = await signOrAbandon(context, authority, tbsDer, intent.serial);
  const record = await context.store.record(intent.serial, certificate.der);
  const { chain, root } = authority;
  return { certificate, record, chain, root, key: ownKey, notices };
}

async function reserve(
  { store, now, serial: nextSerial = randomSerial }: CaContext,
  authority: Authority,
  order: CertificateOrder,
  publicKey: PublicKey,
): Promise<Prepared> {
  for (let tries = 0; tries < MAX_SERIAL_TRIES; tries++) {
    const serial = nextSerial();
    const compiled = authority.compile(order.profile, serial);
    const prepared = prepare({ compiled, chain: authority.chainCheck, order, publicKey, serial, now: now() });
    try {
      await store.reserve(prepared.intent);
      return prepared;
    } catch (error) {
      if (!isPkiError(error, "ERR_STORE_SERIAL_TAKEN")) throw error;
    }
  }
  throw new PkiError("ERR_CA_SERIALS_TAKEN", { tries: MAX_SERIAL_TRIES });
}

async function signOrAbandon(
  { store }: CaContext,
  { signer }: Authority,
  tbsDer: Uint8Array,
  serial: string,
): Promise<Certificate> {
  try {
    return await signCertificate(signer, tbsDer);
  } catch (error) {
    await store.abandon(serial, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

function keyPair(key: PrivateKey): [PublicKey, PrivateKey] {
  return [key.publicKey, key];
}
