import { randomBytes } from "node:crypto";
import { toHex } from "../asn1/bytes.ts";
import { OID } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import { Name } from "../x509/name.ts";

/** RFC 5280 appendix A.1: ub-common-name 64, less " Intermediate CA " and the suffix. Characters. */
const MAX_BASE_NAME = 40;

/** What an authority does in its hierarchy. */
export type AuthorityRole = "Root" | "Intermediate" | "Issuing";

/** How an authority is called, by people, in its certificate, and in file names and URLs. */
export interface AuthorityName {
  readonly id: string;
  readonly name: string;
  readonly subject: Name;
}

/**
 * "Acme Root CA 4f7a2c". The suffix is random: a CA that is made again under its old name would share its distinguished name with the
 * old one, and clients that trust or remember the old key then fail with errors that name neither.
 * @throws PkiError ERR_CA_NAME
 */
export function authorityName(
  base: string,
  role: AuthorityRole,
  suffix: string,
  organization: string = base,
): AuthorityName {
  const problem = nameProblem(base);
  if (problem !== undefined) throw new PkiError("ERR_CA_NAME", { name: base.slice(0, 80), why: problem });
  const name = `${base} ${role} CA ${suffix}`;
  const subject = Name.of([
    [{ type: OID.organizationName, value: organization }],
    [{ type: OID.commonName, value: name }],
  ]);
  return { id: authorityId(name), name, subject };
}

/** Six random hexadecimal digits. */
export function randomSuffix(): string {
  return toHex(randomBytes(3));
}

/** A name as lower-case letters, digits and dashes. */
export function authorityId(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["ca"];
  return words.join("-").slice(0, 64);
}

function nameProblem(base: string): string | undefined {
  if (base.trim() !== base || base === "") return "it is empty, or begins or ends with a space";
  if ([...base].length > MAX_BASE_NAME) return `it is longer than ${MAX_BASE_NAME} characters`;
  return /\p{Cc}/u.test(base) ? "it holds control characters" : undefined;
}
