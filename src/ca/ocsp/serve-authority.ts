import type { ErrorCode } from "../../errors/catalogue.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { ResponseSigner } from "../../revocation/respond/response-signer.ts";
import type { ServedIssuer } from "../../revocation/respond/served-issuer.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { openAuthority } from "../open-authority.ts";
import { DelegatedSigner } from "./delegated-signer.ts";
import { ExternalSigner } from "./external-responder.ts";
import { issuedStatus } from "./issued-status.ts";
import type { OpenResponderOptions } from "./open-responder.ts";

/** An authority as a responder speaks for it, and with its key where that is at hand. */
export interface ServedByStore {
  readonly issuer: ServedIssuer;
  readonly authority: Authority | undefined;
}

/** @throws PkiError ERR_OCSP_RESPONDER, and those of `openAuthority` unless somebody else can sign */
export async function serveAuthority(
  context: CaContext,
  id: string,
  certificate: Certificate,
  options: OpenResponderOptions,
): Promise<ServedByStore> {
  const external = options.responders?.find((one) => one.certificate.issuer.equals(certificate.subject));
  const status = (serial: string) => issuedStatus(context.store, id, serial);
  const open = () => openAuthority(context.store, id, { passphrase: options.passphrase });
  if (external !== undefined) {
    const signer = new ExternalSigner(external, certificate, context.now);
    return { issuer: { certificate, status, signer: () => signer.get() }, authority: await unlessAway(open()) };
  }
  const authority = await open();
  return { issuer: { certificate, status, signer: ownSigner(context, authority, options) }, authority };
}

function ownSigner(context: CaContext, authority: Authority, options: OpenResponderOptions): ServedIssuer["signer"] {
  if (options.signBy === "ca") {
    const own = ResponseSigner.ofCa(authority.signer, authority.certificate);
    return async () => own;
  }
  const delegate = new DelegatedSigner(context, authority, options.validityMs);
  return () => delegate.get();
}

const away: readonly ErrorCode[] = ["ERR_CA_KEY_OFFLINE", "ERR_CA_KEY_MISSING", "ERR_PASSPHRASE_MISSING"];

/** The authority, or undefined when its key is not at hand. */
async function unlessAway(open: Promise<Authority>): Promise<Authority | undefined> {
  try {
    return await open;
  } catch (error) {
    if (isPkiError(error) && away.includes(error.code)) return undefined;
    throw error;
  }
}
