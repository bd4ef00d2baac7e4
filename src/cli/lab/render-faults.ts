import type { Fault, FaultGroup, Severity } from "../../faults/fault.ts";
import { groupTitles } from "../../faults/group-titles.ts";
import type { Paint } from "../paint.ts";
import { table } from "../text/table.ts";

export interface ListedFault extends Pick<Fault, "id" | "title" | "severity"> {
  readonly group: FaultGroup;
}

/** A table with a part for each group. */
export function renderFaults(all: readonly ListedFault[], paint: Paint): string {
  const colour = severityPaint(paint);
  const rows = all.flatMap(({ id, title, severity, group }, index) => [
    ...(all[index - 1]?.group === group
      ? []
      : [...(index === 0 ? [] : [[]]), [paint.bold(group), paint.bold(groupTitles[group])]]),
    [`  ${id}`, title, colour[severity](severity)],
  ]);
  return table(["fault", "what is wrong", "severity"], rows, paint);
}

function severityPaint(paint: Paint): Readonly<Record<Severity, (text: string) => string>> {
  return {
    "every client refuses": paint.red,
    "most clients refuse": paint.red,
    "some clients refuse": paint.yellow,
    accepted: paint.green,
  };
}
