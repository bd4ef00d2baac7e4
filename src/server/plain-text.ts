import type { ServerResponse } from "node:http";

/** An answer for people: an error of HTTP, in a sentence. */
export function plainText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: readonly string[] = [],
): void {
  const body = `${text}\n`;
  const length = ["Content-Length", String(Buffer.byteLength(body))];
  response.writeHead(status, ["Content-Type", "text/plain; charset=utf-8", ...headers, ...length]).end(body);
}
