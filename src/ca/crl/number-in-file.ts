import { isPkiError } from "../../errors/pki-error.ts";
import { readCrlFile } from "../../revocation/crl/crl-file.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import type { Name } from "../../x509/name.ts";

/**
 * The number of the list of this issuer in a file; 0 where there is none. A CA that was brought along may have published there before, with
 * numbers that its store does not know.
 */
export async function numberInFile(path: string, issuer: Name): Promise<number> {
  try {
    const { withoutEntries: list } = await readCrlFile(path);
    const number = Number(list.extension(crlNumber)?.value ?? 0n);
    return list.issuer.equals(issuer) && Number.isSafeInteger(number + 1) ? number : 0;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code));
    if (isMissing || isPkiError(error)) return 0;
    throw error;
  }
}
