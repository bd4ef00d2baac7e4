import type { Fault } from "../../faults/fault.ts";

/** What a client reads that gets past a fault. */
export function welcome({ id, title, story, severity }: Fault, site: URL): string {
  return [
    `You got in: this client does not mind "${id}", or has been told not to.`,
    `${title}. ${story}`,
    `Of it is known: ${severity}.`,
    `What it is, who refuses it and how to mend it: ${new URL(id, site)} or \`rootcause explain ${id}\``,
    "",
  ].join("\n\n");
}
