import { readFamilies } from "./vcases.ts";

/** The families of codes that the code map beside the data does not know: shapes that only CAs must keep to. */
const ours = {
  "aki-critical": ["profile"],
  "ca-subject-empty": ["profile"],
  "certsign-without-ca": ["profile"],
  "cn-not-in-san": ["profile", "hostname-mismatch"],
  "crl-no-number": ["crl-invalid"],
  "crl-number-critical": ["crl-invalid"],
  "key-not-for-webpki": ["weak-key"],
  "leaf-eku-critical": ["eku", "profile"],
  "leaf-eku-with-any": ["eku", "profile"],
  "nc-empty": ["name-constraint", "profile"],
  "nc-in-leaf": ["name-constraint", "profile"],
  "pathlen-without-ca": ["profile"],
  "pathlen-without-certsign": ["profile", "key-usage"],
  "policy-constraints-not-critical": ["policy", "profile"],
  "root-aki-not-own-key": ["profile", "key-id-mismatch"],
  "root-has-eku": ["eku", "profile"],
  "san-critical-with-subject": ["profile"],
  "san-dns-syntax": ["malformed", "profile"],
  "signature-not-for-webpki": ["weak-signature"],
  "ski-critical": ["profile"],
  "wildcard-public-suffix": ["profile"],
} as const;

const families = { ...ours, ...readFamilies() };

/** The families that a finding code stands for; a code that is itself a family stands for that. */
export function familiesOf(code: string): readonly string[] {
  return [families[code as keyof typeof families] ?? code].flat();
}
