import type { IncomingMessage, ServerResponse } from "node:http";
import type { Endpoint, EndpointAnswer } from "../../faults/build/endpoint.ts";
import { answerFile } from "./answer-file.ts";
import { answerOcsp } from "./answer-ocsp.ts";

/** What one live fault offers over HTTP. */
export interface FaultEndpoints {
  readonly id: string;
  readonly endpoints: readonly Endpoint[];
}

/** Answers a request for this path; false when no fault offers anything there. */
export type EndpointHandler = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/** How long a connection is kept that is never answered. Milliseconds. */
const HANG_MS = 120_000;

/** Serves what faults offer, each under its id: `/crl-expired/issuing.crl`. A GET of OCSP has its request behind the path. */
export function endpointHandler(faults: Iterable<FaultEndpoints>): EndpointHandler {
  const offered = new Map<string, EndpointAnswer>();
  for (const { id, endpoints } of faults)
    for (const { path, answer } of endpoints) offered.set(`/${id}${path}`, answer);
  return (path, request, response) => {
    const [own = path] = /^\/[^/]+\/[^/]+/.exec(path) ?? [];
    const answer = offered.get(own);
    const rest = path.slice(own.length + 1);
    if (answer === undefined || (rest !== "" && answer.kind !== "ocsp")) return false;
    give(answer, rest, request, response);
    return true;
  };
}

function give(answer: EndpointAnswer, rest: string, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case "file":
      answerFile(answer, response);
      break;
    case "ocsp":
      answerOcsp(answer, rest, request, response).catch(() => response.destroy()); // the client hung up on its own request
      break;
    case "redirect":
      response.writeHead(302, { Location: answer.to.slice(1), "Content-Length": 0 }).end();
      break;
    case "hang":
      response.setTimeout(HANG_MS, () => response.destroy());
  }
}
