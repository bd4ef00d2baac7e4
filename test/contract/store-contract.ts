import { auditingContract } from "./auditing-contract.ts";
import { authoritiesContract } from "./authorities-contract.ts";
import { careContract } from "./care-contract.ts";
import { crlContract } from "./crl-contract.ts";
import { issuanceContract } from "./issuance-contract.ts";
import { listingContract } from "./listing-contract.ts";
import { revocationContract } from "./revocation-contract.ts";
import type { OpenStoreUnderTest } from "./store-under-test.ts";

/** What every driver does. */
export function storeContract(name: string, open: OpenStoreUnderTest): void {
  authoritiesContract(name, open);
  issuanceContract(name, open);
  revocationContract(name, open);
  crlContract(name, open);
  listingContract(name, open);
  auditingContract(name, open);
  careContract(name, open);
}
