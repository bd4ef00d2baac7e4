import { OID } from "../asn1/oids.ts";
import type { Passphrase } from "../keys/passphrase.ts";
import type { Authority } from "./authority.ts";
import { authorityAddition } from "./authority-addition.ts";
import { askBeforehand } from "./authority-key.ts";
import { authorityName, randomSuffix } from "./authority-name.ts";
import type { CaContext } from "./context.ts";
import { issue } from "./issue.ts";
import type { Notice } from "./lint.ts";
import { type AuthorityOptions, makeIntermediate } from "./make-authority.ts";

export interface AddIntermediateOptions extends AuthorityOptions {
  /** What its name begins with, such as `Servers`. */
  readonly name: string;
  /** How many CAs may stand below it: 0 unless told, which makes it an issuing CA. */
  readonly pathLength?: number | undefined;
  /** Encrypts its private key. */
  readonly passphrase?: Passphrase | undefined;
}

export interface AddedAuthority {
  readonly authority: Authority;
  readonly notices: readonly Notice[];
}

/**
 * Adds a CA below another one.
 * @throws PkiError ERR_CA_NAME, ERR_CA_PATH_LENGTH, and those of `issue`
 */
export async function addIntermediate(
  context: CaContext,
  parent: Authority,
  options: AddIntermediateOptions,
): Promise<AddedAuthority> {
  const { name, pathLength = 0 } = options;
  const passphrase = await askBeforehand(options.passphrase);
  const role = pathLength === 0 ? "Issuing" : "Intermediate";
  const called = authorityName(name, role, randomSuffix(), organizationOf(parent));
  const made = await makeIntermediate(parent, called, { ...options, pathLength }, (order) =>
    issue(context, parent, order),
  );
  const addition = await authorityAddition(made, { parent: parent.id, createdAt: context.now(), passphrase });
  await context.store.addAuthorities([addition]);
  return { authority: made.authority, notices: made.notices };
}

function organizationOf({ certificate }: Authority): string | undefined {
  return certificate.subject.attributes.find(({ type }) => type === OID.organizationName)?.value;
}
