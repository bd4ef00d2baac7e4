import type { RequestListener, ServerResponse } from "node:http";
import { endpointHandler } from "../endpoints/endpoint-handler.ts";
import type { LabFile } from "../make/lab-file.ts";
import { sceneFiles } from "../make/scene-files.ts";
import type { LiveFault, RunningLab } from "../running-lab.ts";
import { chainPem } from "../serve/chain-pem.ts";
import { faultPage } from "./fault-page.ts";
import { faultsJson } from "./faults-json.ts";
import { html } from "./html.ts";
import { indexPage } from "./index-page.ts";
import { contentSecurityPolicy, page } from "./page.ts";

const PEM = "application/x-pem-file";
const HTML = "text/html; charset=utf-8";

/** Something to send. */
interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
}

/**
 * The pages of a running lab, its files, and what its faults offer over HTTP.
 * @param now the clock by which the pages judge chains.
 */
export function labSite(lab: Pick<RunningLab, "site" | "faults" | "root">, now: () => Date): RequestListener {
  const live = new Map(lab.faults.map((it) => [it.fault.id, it]));
  const endpoints = endpointHandler(lab.faults.map(({ fault: { id }, scene }) => ({ id, endpoints: scene.endpoints })));
  const filesOf = ({ scene }: LiveFault) => sceneFiles(scene, lab.root);

  return (request, response) => {
    const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
    if (path.startsWith("/live/") && endpoints(path.slice("/live".length), request, response)) return;
    if (request.method !== "GET" && request.method !== "HEAD")
      send(response, { status: 405, type: "text/plain", body: "GET and HEAD alone\n" });
    else send(response, answer(path, new URLSearchParams(query)));
  };

  function answer(path: string, query: URLSearchParams): Answer {
    if (path === "/") return { type: HTML, body: indexPage(lab, query.get("q") ?? "") };
    if (path === "/faults.json") return { type: "application/json", body: JSON.stringify(faultsJson(lab), null, 2) };
    if (path === "/root.pem") return { type: PEM, body: chainPem([lab.root]) };
    if (path === "/root.crt") return { type: "application/x-x509-ca-cert", body: lab.root.der };
    const [, id = "", name] = path.split("/");
    const found = live.get(id);
    if (found === undefined) return nowhere;
    const files = filesOf(found);
    if (name !== undefined) return fileAnswer(files.find((file) => file.name === name));
    const isServed = (other: string) => live.has(other);
    return { type: HTML, body: faultPage({ live: found, site: lab.site, at: now(), files, isServed }) };
  }
}

const nowhere: Answer = {
  status: 404,
  type: HTML,
  body: page("Nothing here", html`<h1>Nothing here</h1><p><a href="/">All the faults</a></p>`),
};

function fileAnswer(file: LabFile | undefined): Answer {
  if (file === undefined) return nowhere;
  return { type: file.name.endsWith(".pem") ? PEM : "application/octet-stream", body: file.contents };
}

function send(response: ServerResponse, { status = 200, type, body }: Answer): void {
  response
    .writeHead(status, {
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(body),
      "Content-Security-Policy": contentSecurityPolicy,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    })
    .end(body);
}
