import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { LiveResponder, type ResponderTerms } from "../../revocation/respond/live-responder.ts";
import { ResponseSigner } from "../../revocation/respond/response-signer.ts";
import type { ServedIssuer } from "../../revocation/respond/served-issuer.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Authority } from "../authority.ts";
import { chooseAuthority, requireAuthorities } from "../choose-authority.ts";
import type { CaContext } from "../context.ts";
import { openAuthority } from "../open-authority.ts";
import { DelegatedSigner } from "./delegated-signer.ts";
import { issuedStatus } from "./issued-status.ts";

export interface OpenResponderOptions extends ResponderTerms {
  /** The authorities to speak for, by name or id; all whose keys are in the store unless told. */
  readonly authorities?: readonly string[] | undefined;
  /** Who signs: a responder that the authority certifies, or the authority itself. */
  readonly signBy: "delegate" | "ca";
  /** Opens the keys of the authorities. */
  readonly passphrase?: Passphrase | undefined;
}

/** A responder for the authorities of a store. */
export interface OpenedResponder {
  readonly live: LiveResponder;
  readonly served: readonly Authority[];
  /** The authorities that it cannot speak for, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Opens the authorities: their keys are there before anybody asks. A responder is certified when the first question comes.
 * @throws PkiError ERR_OCSP_NO_SIGNER when none can, and those of `openAuthority` for one that was named
 */
export async function openResponder(context: CaContext, options: OpenResponderOptions): Promise<OpenedResponder> {
  const records = await requireAuthorities(context.store);
  const named = options.authorities?.map((name) => chooseAuthority(records, name));
  const served: Authority[] = [];
  const issuers: ServedIssuer[] = [];
  const left: { name: string; why: string }[] = [];
  for (const record of named ?? records) {
    try {
      const { authority, issuer } = await serve(context, record, options);
      served.push(authority);
      issuers.push(issuer);
    } catch (error) {
      if (!isPkiError(error) || named !== undefined) throw error;
      left.push({ name: record.name, why: error.message });
    }
  }
  if (served.length === 0) throw new PkiError("ERR_OCSP_NO_SIGNER", { why: left.map(({ why }) => why).join("; ") });
  return { live: new LiveResponder(issuers, options, context.now), served, left };
}

async function serve(context: CaContext, { id }: AuthorityRecord, options: OpenResponderOptions) {
  const { passphrase, signBy, validityMs } = options;
  const { store } = context;
  const authority = await openAuthority(store, id, { passphrase });
  const { certificate, signer: key } = authority;
  const delegate = signBy === "delegate" ? new DelegatedSigner(context, authority, validityMs) : undefined;
  const own = ResponseSigner.ofCa(key, certificate);
  const issuer: ServedIssuer = {
    certificate,
    status: (serial) => issuedStatus(store, id, serial),
    signer: async () => delegate?.get() ?? own,
  };
  return { authority, issuer };
}
