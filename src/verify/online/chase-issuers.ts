import { fetchIssuers } from "../../revocation/fetch/fetch-issuers.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { isAnchored, type Judge, type OnlineOptions } from "./judge.ts";

/** Issuers that are looked for one above the other; hierarchies have two or three levels. */
const MAX_LEVELS = 4;

/** The issuers that were found, and in words what was in the way of more. */
export interface ChasedIssuers {
  readonly aia: readonly Certificate[];
  readonly notes: readonly string[];
}

/** Where the path ends below a trusted certificate, the issuer of its last certificate is fetched, and so on upward. */
export async function chaseIssuers(judge: Judge, options: OnlineOptions): Promise<ChasedIssuers> {
  const aia: Certificate[] = [];
  const notes: string[] = [];
  for (let level = 0; level < MAX_LEVELS; level++) {
    const result = judge({ ...options, revocation: "off", aia: [...(options.aia ?? []), ...aia] });
    const last = result.path.at(-1)?.certificate;
    if (last === undefined || isAnchored(result) || last.isSelfIssued) break;
    const { certificates, problems } = await fetchIssuers(last, options);
    notes.push(...problems.map((problem) => `issuer of ${last.subject}: ${problem}`));
    const found = certificates.filter((one) => !aia.some((known) => known.equals(one)));
    if (found.length === 0) break;
    aia.push(...found);
  }
  return { aia, notes };
}
