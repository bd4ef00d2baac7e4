import type { ServerResponse } from "node:http";
import type { FileAnswer } from "../../faults/build/endpoint.ts";

/** Sends a file as its fault wants it: late, in part, under another type. */
export function answerFile(answer: FileAnswer, response: ServerResponse): void {
  const timer = setTimeout(() => send(answer, response), answer.delayMs ?? 0);
  response.once("close", () => clearTimeout(timer));
}

function send({ status = 200, contentType, body, truncateAt }: FileAnswer, response: ServerResponse): void {
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": body.length,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (truncateAt === undefined) response.end(body);
  else response.write(body.subarray(0, truncateAt), () => response.destroy());
}
