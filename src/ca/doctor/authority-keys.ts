import { isPkiError } from "../../errors/pki-error.ts";
import { readAuthorityKey } from "../authority-key.ts";
import type { DoctorCheck, DoctorFinding, ExaminedAuthority } from "./doctor-check.ts";

export const authorityKeys: DoctorCheck = {
  id: "authority-keys",
  summary: "Every private key in the store belongs to its authority, and that of the root is not left lying there.",
  async *run({ store, authorities }) {
    for (const authority of authorities) {
      const { record } = authority;
      const keyPem = await store.authorityKeyPem(record.id);
      const finding = keyPem === undefined ? offline(authority) : await judge(authority, keyPem);
      if (finding !== undefined) yield finding;
    }
  },
};

// A key that is missing though it should be there is found among the problems of the store.
function offline({ record: { name, keyAt } }: ExaminedAuthority): DoctorFinding | undefined {
  if (keyAt === "store") return undefined;
  return {
    code: "authority-key-offline",
    severity: "notice",
    message: `the private key of "${name}" is kept offline`,
    next: "put it back with `rootcause ca import-key` when this CA has to sign",
  };
}

async function judge({ record, certificate }: ExaminedAuthority, keyPem: string): Promise<DoctorFinding | undefined> {
  const { name, kind } = record;
  try {
    await readAuthorityKey(keyPem, name, certificate, undefined);
  } catch (error) {
    if (isPkiError(error, "ERR_PASSPHRASE_MISSING")) return undefined;
    if (!isPkiError(error)) throw error;
    return {
      code: "authority-key-unusable",
      severity: "error",
      message: `"${name}": ${error.message}`,
      next: error.hint,
    };
  }
  if (kind !== "root") return undefined;
  return {
    code: "root-key-unprotected",
    severity: "notice",
    message: `the private key of "${name}" lies in the store without a passphrase`,
    next: "take it offline with `rootcause ca export-key`: it is needed only to sign CAs and their revocation list",
  };
}
