import type { LiveFault, RunningLab } from "../running-lab.ts";

/** What a script has to know of a fault that is served. */
export interface ServedFault {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly story: string;
  readonly address: string;
  readonly port: number;
  readonly name: string;
  readonly url: string;
  readonly page: string;
  /** PEM of what a client has to trust to meet this fault and no other. */
  readonly trust: string;
  readonly endpoints: readonly { readonly url: string; readonly fault?: string }[];
}

export function faultsJson({ site, faults }: Pick<RunningLab, "site" | "faults">): readonly ServedFault[] {
  return faults.map((live) => servedFault(live, site));
}

function servedFault({ fault, scene, address, port, name, url }: LiveFault, site: URL): ServedFault {
  const { id, title, severity, story } = fault;
  const here = (path: string) => new URL(path, site).href;
  return {
    ...{ id, title, severity, story, address, port, name, url },
    page: here(id),
    trust: here(`${id}/trust.pem`),
    endpoints: scene.endpoints.map(({ path, fault: wrong }) => ({
      url: here(`live/${id}${path}`),
      ...(wrong !== undefined && { fault: wrong }),
    })),
  };
}
