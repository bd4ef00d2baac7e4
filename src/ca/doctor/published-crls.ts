import { NO_CRLS } from "../../store/published-crl.ts";
import { planCrls } from "../crl/crl-plan.ts";
import { type CrlState, crlStates, toldUpTo } from "../crl/crl-state.ts";
import type { DoctorCheck, DoctorFinding, Examination, ExaminedAuthority } from "./doctor-check.ts";

export const publishedCrls: DoctorCheck = {
  id: "published-crls",
  summary: "Every CRL that certificates point to is published, knows all that was revoked, and has a while to go.",
  async *run({ store, authorities, now }) {
    const watched = authorities.filter(({ record }) => record.crls !== undefined || record.urls?.crl !== undefined);
    for (const { record } of watched)
      for (const state of crlStates(record, now)) {
        const finding = judge(record, state);
        if (finding !== undefined) yield finding;
      }
    yield* untold(store, watched);
  },
};

function judge({ id, name }: ExaminedAuthority["record"], state: CrlState): DoctorFinding | undefined {
  const { planned, published, freshness } = state;
  const which = planned.shard === undefined ? "" : ` for shard ${planned.shard.index}`;
  const list = `the ${planned.kind === "delta" ? "delta " : ""}CRL of "${name}"${which}`;
  const next = `sign the next one with \`rootcause crl --ca ${id}\``;
  switch (freshness) {
    case "fresh":
      return undefined;
    case "missing":
      return { code: "crl-not-published", severity: "warning", message: `${list} was never published`, next };
    case "due":
      return {
        code: "crl-expires-soon",
        severity: "warning",
        message: `${list} ends at ${published?.nextUpdate}`,
        next,
      };
    case "late":
      return { code: "crl-expired", severity: "error", message: `${list} ended at ${published?.nextUpdate}`, next };
  }
}

/** Revocations that are recorded and on no list. */
async function* untold(
  store: Examination["store"],
  watched: readonly ExaminedAuthority[],
): AsyncGenerator<DoctorFinding> {
  const serials = new Map<string, number>();
  for await (const { seq, type, facts } of store.audit())
    if (type === "revoked" || type === "unheld") serials.set(String(facts.serial), seq);
  const counts = new Map<string, number>();
  const toldUpTo = new Map(watched.map(({ record }) => [record.id, told(record)]));
  const earliest = Math.min(...toldUpTo.values());
  for (const [serial, seq] of serials) {
    if (seq <= earliest) continue;
    const { authority = "" } = (await store.find(serial)) ?? {};
    if (seq > (toldUpTo.get(authority) ?? Number.POSITIVE_INFINITY))
      counts.set(authority, (counts.get(authority) ?? 0) + 1);
  }
  for (const { record } of watched) {
    const count = counts.get(record.id);
    if (count === undefined) continue;
    const message = `revocations of "${record.name}" that no CRL tells of: ${count}`;
    yield {
      code: "crl-incomplete",
      severity: "error",
      message,
      next: `publish them with \`rootcause crl --ca ${record.id}\``,
    };
  }
}

/** Up to which entry of the audit log every part of its certificates is told of. */
function told(record: ExaminedAuthority["record"]): number {
  const parts = planCrls(record, "complete").map(({ shard }) => toldUpTo(record.crls ?? NO_CRLS, shard?.index));
  return Math.min(...parts.map((upTo) => upTo ?? 0));
}
