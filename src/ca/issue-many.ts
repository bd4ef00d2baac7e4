import { PkiError } from "../errors/pki-error.ts";
import type { Authority } from "./authority.ts";
import type { CaContext } from "./context.ts";
import { inOrder } from "./in-order.ts";
import { type Issued, issue } from "./issue.ts";
import type { CertificateOrder } from "./order.ts";

/** So many issuances share one flush to the disk. */
const CONCURRENCY = 64;

/** What became of one order of many. */
export type IssueOutcome = { readonly issued: Issued } | { readonly error: PkiError };

/**
 * Issues many certificates. Outcomes come in the order of the orders; one that is refused does not stop the others. An error that is not
 * about an order, such as a bug or a broken source, ends the run.
 */
export function issueMany(
  context: CaContext,
  authority: Authority,
  orders: Iterable<CertificateOrder> | AsyncIterable<CertificateOrder>,
): AsyncGenerator<IssueOutcome> {
  return inOrder(orders, CONCURRENCY, (order) => outcomeOf(issue(context, authority, order)));
}

async function outcomeOf(issuance: Promise<Issued>): Promise<IssueOutcome> {
  try {
    return { issued: await issuance };
  } catch (error) {
    if (error instanceof PkiError) return { error };
    throw error;
  }
}
