import type { DoctorFinding } from "../../ca/doctor/doctor-check.ts";
import { type DoctorReport, examine } from "../../ca/doctor/examine.ts";
import { settle } from "../../ca/doctor/settle.ts";
import type { Settlement } from "../../store/store-facts.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../output.ts";
import { printable } from "../text/printable.ts";

/** Exit status 1 when something does not work. With --fix it settles first and shows what is left. */
export async function run(context: Context, { fix }: Input<"doctor">): Promise<ExitCode> {
  const report = await withStore(context, async (ca) => {
    const settlement = fix ? await settle(ca) : undefined;
    return { location: ca.store.location, settlement, ...(await examine(ca)) };
  });
  context.output.result(report, render);
  return report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

interface DoctorOutcome extends DoctorReport {
  readonly location: string;
  readonly settlement: Settlement | undefined;
}

function render({ location, settlement, facts, findings }: DoctorOutcome, paint: Paint): string {
  const { authorities, certificates, auditEntries } = facts;
  const head = `${paint.bold(location)}: ${authorities} CAs, ${certificates} certificates, ${auditEntries} entries in the audit log`;
  const verdict =
    findings.length === 0 ? [paint.green("nothing is wrong")] : findings.map((it) => findingText(it, paint));
  return [head, ...settlementLines(settlement, paint), ...verdict].join("\n");
}

function settlementLines(settlement: Settlement | undefined, paint: Paint): readonly string[] {
  if (settlement === undefined) return [];
  const { abandoned, repaired } = settlement;
  const given = abandoned.map((serial) => `given up: ${serial}, an issuance that was cut off`);
  const lines = [...given, ...repaired];
  return (lines.length === 0 ? ["there was nothing to settle"] : lines).map(
    (line) => `${paint.green("settled")} ${line}`,
  );
}

function findingText({ code, severity, message, next }: DoctorFinding, paint: Paint): string {
  const marks = { error: paint.red("error"), warning: paint.yellow("warning"), notice: paint.dim("notice") };
  return `${marks[severity]} ${printable(message)} ${paint.dim(`[${code}]`)}\n  ${paint.dim("next:")} ${printable(next)}`;
}
