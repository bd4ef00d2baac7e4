import { PkiError } from "../errors/pki-error.ts";
import type { Passphrase } from "../keys/passphrase.ts";
import type { Authority } from "./authority.ts";
import { authorityAddition } from "./authority-addition.ts";
import { askBeforehand } from "./authority-key.ts";
import { type AuthorityName, type AuthorityRole, authorityName, randomSuffix } from "./authority-name.ts";
import type { CaContext } from "./context.ts";
import { issue } from "./issue.ts";
import type { Notice } from "./lint.ts";
import { type AuthorityOptions, type MadeAuthority, makeIntermediate, makeRoot } from "./make-authority.ts";

export interface CreateCaOptions extends Omit<AuthorityOptions, "days"> {
  /** What the names of root and issuing CA begin with, such as `Acme`. */
  readonly name: string;
  /** Whole days of the root's certificate; its profile's default unless told. The CAs below end no later. */
  readonly rootDays?: number | undefined;
  /** How many CAs stand one below the other, the root included: 2 unless told, a root and an issuing CA. */
  readonly tiers?: number | undefined;
  /** Encrypts the private key of the root. */
  readonly rootPassphrase?: Passphrase | undefined;
  /** Encrypts the private keys of the CAs below the root. */
  readonly passphrase?: Passphrase | undefined;
}

export interface CreatedCa {
  readonly root: Authority;
  /** The one at the bottom, which signs leaf certificates. */
  readonly issuing: Authority;
  /** All of them, from the root down. */
  readonly authorities: readonly Authority[];
  readonly notices: readonly Notice[];
}

/**
 * Makes a CA: a root, and below it an issuing CA whose path length is 0. They enter the store all at once.
 * @throws PkiError ERR_CA_EXISTS, ERR_CA_NAME, and those of `issue`
 */
export async function createCa(context: CaContext, options: CreateCaOptions): Promise<CreatedCa> {
  const { store, now } = context;
  const [present] = await store.authorities();
  if (present !== undefined) throw new PkiError("ERR_CA_EXISTS", { store: store.location, ca: present.name });
  const { tiers = 2, rootDays } = options;
  if (!Number.isInteger(tiers) || tiers < 2) throw new TypeError("a CA has at least two tiers");
  const rootPassphrase = await askBeforehand(options.rootPassphrase);
  const passphrase = await askBeforehand(options.passphrase);

  const root = await makeRoot(calledLike(options, "Root"), { ...options, days: rootDays }, now());
  const below: MadeAuthority[] = [];
  for (let pathLength = tiers - 2; pathLength >= 0; pathLength--) {
    const { authority: parent } = below.at(-1) ?? root;
    const called = calledLike(options, pathLength === 0 ? "Issuing" : "Intermediate");
    below.push(
      await makeIntermediate(parent, called, { ...options, pathLength }, (order) => issue(context, parent, order)),
    );
  }

  const made = [root, ...below];
  const authorities = made.map(({ authority }) => authority);
  const { authority: issuing } = below.at(-1) ?? root;
  const additions = made.map((one, tier) =>
    authorityAddition(one, {
      parent: authorities[tier - 1]?.id,
      createdAt: now(),
      passphrase: tier === 0 ? rootPassphrase : passphrase,
    }),
  );
  await store.addAuthorities(await Promise.all(additions));
  return { root: root.authority, issuing, authorities, notices: made.flatMap(({ notices }) => notices) };
}

function calledLike({ name }: CreateCaOptions, role: AuthorityRole): AuthorityName {
  return authorityName(name, role, randomSuffix());
}
