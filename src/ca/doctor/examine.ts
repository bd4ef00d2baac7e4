import type { StoreFacts } from "../../store/store-facts.ts";
import { authorityChain } from "../authority-chain.ts";
import type { CaContext } from "../context.ts";
import { authorityChains } from "./authority-chains.ts";
import { authorityDates } from "./authority-dates.ts";
import { authorityKeys } from "./authority-keys.ts";
import { authorityLint } from "./authority-lint.ts";
import { authorityRevocation } from "./authority-revocation.ts";
import type { DoctorCheck, DoctorFinding, Examination } from "./doctor-check.ts";
import { hierarchy } from "./hierarchy.ts";
import { namesakes } from "./namesakes.ts";
import { pendingIssuances } from "./pending-issuances.ts";
import { publishedCrls } from "./published-crls.ts";
import { revocationUrls } from "./revocation-urls.ts";
import { storeProblems } from "./store-problems.ts";

/** Everything that doctor looks at. */
export const doctorChecks: readonly DoctorCheck[] = [
  storeProblems,
  pendingIssuances,
  hierarchy,
  authorityDates,
  authorityRevocation,
  authorityKeys,
  authorityChains,
  authorityLint,
  revocationUrls,
  publishedCrls,
  namesakes,
];

export interface DoctorReport {
  readonly facts: StoreFacts;
  /** Errors before warnings before notices. */
  readonly findings: readonly DoctorFinding[];
}

/** Looks at the store and its authorities; changes nothing. A check that fails by itself is a finding, and the others still run. */
export async function examine({ store, now }: CaContext): Promise<DoctorReport> {
  const facts = await store.inspect();
  const records = await store.authorities();
  const authorities = records.map((record) => ({ record, ...authorityChain(record, records) }));
  const examination = { store, facts, authorities, now: now() };
  const findings: DoctorFinding[] = [];
  for (const check of doctorChecks) findings.push(...(await findingsOf(check, examination)));
  const order = ["error", "warning", "notice"];
  return { facts, findings: findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)) };
}

async function findingsOf(check: DoctorCheck, examination: Examination): Promise<readonly DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  try {
    for await (const finding of check.run(examination)) findings.push(finding);
  } catch (error) {
    const message = `the check ${check.id} failed: ${error instanceof Error ? error.message : String(error)}`;
    findings.push({ code: "check-failed", severity: "error", message, next: "report this with the text above" });
  }
  return findings;
}
