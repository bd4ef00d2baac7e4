import { hostOf } from "../../faults/build/lab.ts";
import { curlCommand } from "../../lab/commands/curl.ts";
import type { LiveFault, RunningLab, Service } from "../../lab/running-lab.ts";
import { expectedText } from "./expected-text.ts";
import { type ClientFiles, writeClientFiles, writeRoot } from "./lab-files.ts";

/** What whoever wants to call a lab has to know. */
export interface LabReport {
  readonly site: string;
  /** The file of the root that a client trusts where the fault brings no other. */
  readonly root: string;
  readonly faults: readonly LiveFaultReport[];
  readonly failed: readonly { readonly id: string; readonly error: string }[];
}

export interface LiveFaultReport extends ClientFiles, Pick<LiveFault, "name" | "address" | "port" | "url" | "under"> {
  readonly id: string;
  readonly title: string;
  /** The server's own name. */
  readonly host: string;
  /** What curl is expected to print. */
  readonly says: string;
  /** How to call it with curl. */
  readonly command: string;
  /** Further ports, with STARTTLS. */
  readonly services?: readonly Service[];
}

/** Writes the files that clients need into the folder and says all that there is to say. */
export async function reportLab(lab: RunningLab, folder: string): Promise<LabReport> {
  return {
    site: lab.site.href,
    root: await writeRoot(lab, folder),
    faults: await Promise.all(lab.faults.map(async (live) => reportFault(live, await writeClientFiles(live, folder)))),
    failed: lab.failures.map(({ fault: { id }, error }) => ({ id, error: error.message })),
  };
}

function reportFault(live: LiveFault, files: ClientFiles): LiveFaultReport {
  const { fault, name, address, port, url, under, services } = live;
  const { id, title } = fault;
  return {
    id,
    title,
    host: hostOf(id),
    name,
    address,
    port,
    url,
    says: expectedText(fault, "curl"),
    command: [...(under ?? []), commandFor(live, files)].join(" "),
    ...files,
    ...(under && { under }),
    ...(services.length > 0 && { services }),
  };
}

function commandFor({ fault, scene, name, address, port }: LiveFault, { trust, client, crls }: ClientFiles): string {
  const { identity, ...manner } = scene.client;
  return curlCommand({
    ...manner,
    name,
    address,
    port,
    trustFile: trust,
    ...(client && { certFile: client.certificate, keyFile: client.key }),
    ...(fault.revocation && { source: fault.revocation }),
    ...(fault.revocation === "crl" && crls && { crlFile: crls }),
  });
}
