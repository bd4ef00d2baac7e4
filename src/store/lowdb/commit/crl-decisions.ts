import { NO_CRLS, type PublishedCrl } from "../../published-crl.ts";
import { authorityOf } from "./authority-decisions.ts";
import type { Decide } from "./decision.ts";

export function takeCrlNumber(id: string, above = 0): Decide<number> {
  return (ledger) => {
    const { lastNumber } = authorityOf(ledger.authorities, id).crls ?? NO_CRLS;
    const number = Math.max(lastNumber, above) + 1;
    return { event: { type: "crl-number-taken", id, number }, value: number };
  };
}

export function publishCrls(id: string, crls: readonly PublishedCrl[]): Decide<void> {
  return (ledger) => {
    authorityOf(ledger.authorities, id);
    return { event: { type: "crls-published", id, crls }, value: undefined };
  };
}
