import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { table } from "../text/table.ts";
import type { LabReport, LiveFaultReport } from "./lab-report.ts";

/** Where the page is, how to call the first fault, and a line for each. */
export function renderLab({ site, root, faults }: LabReport, paint: Paint): string {
  const [first] = faults;
  const head: Row[] = [
    ["page", site, "every fault, its story and how to call it"],
    ["root", root, "for the clients that you try, and for no trust store"],
    ...(first ? [["try", first.command] as const] : []),
  ];
  const rows = faults.flatMap((fault) => rowsOf(fault, paint));
  return [...columns(head, paint), "", table(["fault", "what to call", "curl says"], rows, paint)].join("\n");
}

function rowsOf({ id, url, under = [], says, name, services = [] }: LiveFaultReport, paint: Paint): string[][] {
  const place = under.length > 0 ? `${under.join(" ")} … ${url}` : url;
  const others = services.map(({ protocol, port }) => ["", `${protocol}://${name}:${port}/`]);
  return [[paint.bold(id), place, says], ...others];
}
