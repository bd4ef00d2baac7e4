import { once } from "node:events";
import type { Responder } from "../../revocation/respond/ocsp-answer.ts";
import { HttpServer } from "../../server/http-server.ts";
import { OcspEndpoint } from "../../server/ocsp-endpoint.ts";
import { publicSite } from "../../server/public-site.ts";
import { PublicationEndpoint } from "../../server/publication-endpoint.ts";
import type { Publications } from "../../server/publications.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { writeReadyFile } from "../ready-file.ts";
import { columns, type Row } from "../text/columns.ts";

export interface Served {
  readonly responder: Responder;
  readonly publications?: Publications;
  /** What it is about, for whoever started it. */
  readonly about: Readonly<Record<string, string | readonly string[]>>;
}

/** Serves over HTTP until Ctrl-C or SIGTERM. @throws PkiError ERR_LISTEN */
export async function serveUntilStopped(context: Context, input: Input<"ocsp serve">, served: Served): Promise<void> {
  const { signal, now, output, pid } = context;
  const report = failureReporter(context);
  const ocsp = new OcspEndpoint(served.responder, now, (refused) => report(refused.why));
  const publications = served.publications && new PublicationEndpoint(served.publications, now);
  const site = publicSite({ ocsp, publications, onFailure: (error) => report(String(error)) });
  const server = await HttpServer.start(site, { host: input.listen, port: input.port });
  try {
    const { url, port } = server;
    if (input.readyFile !== undefined) await writeReadyFile(context, input.readyFile, { url, port, pid });
    output.result({ url, ocsp: `${url}/ocsp`, ...served.about }, (value, paint) => {
      const rows = Object.entries(value).map(([label, text]): Row => [label, [text].flat().join(", ")]);
      return [`${paint.green("serving")} ${paint.bold(url)}`, ...columns(rows.slice(1), paint)].join("\n");
    });
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await server.stop();
  }
}

/** Says on stderr what keeps the responder from answering: once, however many ask meanwhile. */
export function failureReporter({ output }: Context): (why: string) => void {
  let last: string | undefined;
  return (why) => {
    if (why !== last) output.note(`rootcause: ${why}`);
    last = why;
  };
}
