import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { LiveResponder, type ResponderTerms } from "../../revocation/respond/live-responder.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Authority } from "../authority.ts";
import { authorityChain } from "../authority-chain.ts";
import { chooseAuthority, requireAuthorities } from "../choose-authority.ts";
import type { CaContext } from "../context.ts";
import { type ExternalResponder, responderError } from "./external-responder.ts";
import { serveAuthority } from "./serve-authority.ts";

export interface OpenResponderOptions extends ResponderTerms {
  /** The authorities to speak for, by name or id; all for which somebody can sign unless told. */
  readonly authorities?: readonly string[] | undefined;
  /** Who signs: a responder that the authority certifies, or the authority itself. */
  readonly signBy: "delegate" | "ca";
  /** Opens the keys of the authorities. */
  readonly passphrase?: Passphrase | undefined;
  /** Responders that authorities certified elsewhere; they sign for those authorities. */
  readonly responders?: readonly ExternalResponder[] | undefined;
}

/** An authority that is spoken for. */
export interface ServedAuthority {
  readonly id: string;
  readonly name: string;
  readonly certificate: Certificate;
  /** With its key; undefined when only a responder of it is at hand. */
  readonly authority: Authority | undefined;
}

/** An authority that nobody can sign for. */
export interface LeftAuthority {
  readonly name: string;
  readonly why: string;
}

/** What came of looking at the store's authorities. */
export interface OpenedAuthorities {
  readonly served: readonly ServedAuthority[];
  readonly left: readonly LeftAuthority[];
}

/** A responder for the authorities of a store. */
export interface OpenedResponder extends OpenedAuthorities {
  readonly live: LiveResponder;
  /** Speaks for authorities that were added or changed since, too. Answers which, and for which of them it cannot. */
  refresh(): Promise<OpenedAuthorities>;
}

/**
 * Opens the authorities: their keys are there before anybody asks. A responder is certified when the first question comes.
 * @throws PkiError ERR_OCSP_NO_SIGNER when there is none, ERR_OCSP_RESPONDER, and those of `openAuthority` for one that was named
 */
export async function openResponder(context: CaContext, options: OpenResponderOptions): Promise<OpenedResponder> {
  const live = new LiveResponder([], options, context.now);
  const seen = new Map<string, string>();
  const look = async (): Promise<OpenedAuthorities> => {
    const all = await requireAuthorities(context.store);
    const wanted = options.authorities?.map((name) => chooseAuthority(all, name)) ?? all;
    const changed = wanted.filter((record) => seen.get(record.id) !== stateOf(record));
    for (const record of changed) seen.set(record.id, stateOf(record));
    return open(context, live, options, { all, changed });
  };
  const { served, left } = await look();
  if (served.length === 0) throw new PkiError("ERR_OCSP_NO_SIGNER", { why: left.map(({ why }) => why).join("; ") });
  for (const { certificate } of options.responders ?? [])
    if (!served.some((one) => certificate.issuer.equals(one.certificate.subject)))
      throw responderError(certificate, "no CA that is spoken for issued it");
  return { live, served, left, refresh: look };
}

interface Hierarchy {
  readonly all: readonly AuthorityRecord[];
  readonly changed: readonly AuthorityRecord[];
}

async function open(
  context: CaContext,
  live: LiveResponder,
  options: OpenResponderOptions,
  { all, changed }: Hierarchy,
): Promise<OpenedAuthorities> {
  const served: ServedAuthority[] = [];
  const left: LeftAuthority[] = [];
  for (const record of changed) {
    try {
      const { certificate } = authorityChain(record, all);
      const { authority, issuer } = await serveAuthority(context, record.id, certificate, options);
      live.serve(issuer);
      served.push({ id: record.id, name: record.name, certificate, authority });
    } catch (error) {
      const mayBeLeft = isPkiError(error) && error.code !== "ERR_OCSP_RESPONDER" && options.authorities === undefined;
      if (!mayBeLeft) throw error;
      left.push({ name: record.name, why: error.message });
    }
  }
  return { served, left };
}

/** What changes when there is something to open anew. */
function stateOf({ certificatePem, keyAt }: AuthorityRecord): string {
  return `${keyAt} ${certificatePem}`;
}
