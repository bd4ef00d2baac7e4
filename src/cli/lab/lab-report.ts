import { clientPrints } from "../../explain/client-prints.ts";
import { hostOf } from "../../faults/build/lab.ts";
import { curlCommand } from "../../lab/commands/curl.ts";
import type { CommandTarget } from "../../lab/commands/target.ts";
import type { LiveFault, RunningLab, Service } from "../../lab/running-lab.ts";
import { writeClientFiles, writeRoot } from "./lab-files.ts";

/** What whoever wants to call a lab has to know. */
export interface LabReport {
  readonly site: string;
  /** The file of the root that a client trusts where the fault brings no other. */
  readonly root: string;
  readonly faults: readonly LiveFaultReport[];
  readonly failed: readonly { readonly id: string; readonly error: string }[];
}

export interface LiveFaultReport extends Pick<LiveFault, "name" | "address" | "port" | "url" | "under"> {
  readonly id: string;
  readonly title: string;
  /** The server's own name. */
  readonly host: string;
  /** What curl is expected to print. */
  readonly says: string;
  /** How to call it with curl. */
  readonly command: string;
  /** The file of its roots. */
  readonly trust: string;
  /** The file of its roots and of CRLs. */
  readonly crls?: string;
  /** The files of what the client shows. */
  readonly client?: { readonly certificate: string; readonly key: string };
  /** Ports with STARTTLS. */
  readonly services?: readonly Service[];
}

/** Writes the files that clients need into the folder and says all that there is to say. */
export async function reportLab(lab: RunningLab, folder: string): Promise<LabReport> {
  return {
    site: lab.site.href,
    root: await writeRoot(lab, folder),
    faults: await Promise.all(
      lab.faults.map(async (live) => reportFault(live, await writeClientFiles(lab, live, folder))),
    ),
    failed: lab.failures.map(({ fault: { id }, error }) => ({ id, error: error.message })),
  };
}

function reportFault(live: LiveFault, target: CommandTarget): LiveFaultReport {
  const { fault, name, address, port, url, under = [], services } = live;
  const { trustFile: trust, crlFile: crls, certFile: certificate, keyFile: key } = target;
  return {
    id: fault.id,
    title: fault.title,
    host: hostOf(fault.id),
    name,
    address,
    port,
    url,
    says: whatCurlSays(live),
    command: [...under, curlCommand(target)].join(" "),
    trust,
    ...(crls && { crls }),
    ...(certificate && key && { client: { certificate, key } }),
    ...(under.length > 0 && { under }),
    ...(services.length > 0 && { services }),
  };
}

function whatCurlSays({ fault }: LiveFault): string {
  const print = clientPrints(fault).find(({ client }) => client === "curl");
  return print === undefined ? "" : (print.texts[0] ?? "nothing: it accepts");
}
