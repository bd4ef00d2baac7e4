import type { DoctorFinding } from "../../ca/doctor/doctor-check.ts";
import type { Settlement } from "../../store/store-facts.ts";
import type { DoctorOutcome } from "../commands/doctor.ts";
import type { Paint } from "../paint.ts";
import { counted } from "../text/count.ts";
import { printable } from "../text/printable.ts";

export function renderDoctor({ location, settlement, facts, findings }: DoctorOutcome, paint: Paint): string {
  const { authorities, certificates, auditEntries } = facts;
  const entries = counted(auditEntries, "entry", "entries");
  const counts = `${counted(authorities, "CA")}, ${counted(certificates, "certificate")}, ${entries} in the audit log`;
  const verdict = findings.map((finding) => findingText(finding, paint));
  return [
    `${paint.bold(location)}: ${counts}`,
    ...settlementLines(settlement, paint),
    ...(verdict.length === 0 ? [paint.green("nothing is wrong")] : verdict),
  ].join("\n");
}

function settlementLines(settlement: Settlement | undefined, paint: Paint): readonly string[] {
  if (settlement === undefined) return [];
  const { abandoned, repaired } = settlement;
  const given = abandoned.map((serial) => `gave up ${serial}, an issuance that was cut off`);
  const lines = [...given, ...repaired];
  return lines.length === 0
    ? ["there was nothing to settle"]
    : lines.map((line) => `${paint.green("settled:")} ${line}`);
}

function findingText({ code, severity, message, next }: DoctorFinding, paint: Paint): string {
  const marks = { error: paint.red("error"), warning: paint.yellow("warning"), notice: paint.dim("notice") };
  return `${marks[severity]} ${printable(message)} ${paint.dim(`[${code}]`)}\n  ${paint.dim("next:")} ${printable(next)}`;
}
