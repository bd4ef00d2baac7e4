import type { IncomingMessage, ServerResponse } from "node:http";
import { derAnswer, type ResponderAnswer } from "../../faults/build/endpoint.ts";
import { MAX_REQUEST_BYTES } from "../../revocation/respond/question.ts";
import { answerFile } from "./answer-file.ts";

/**
 * OCSP over HTTP (RFC 6960 appendix A.1). What is no request is answered too: with the OCSP error that says so.
 * @param encoded what follows the responder's address in a GET: the request in base64.
 */
export async function answerOcsp(
  { respond }: ResponderAnswer,
  encoded: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestDer = request.method === "POST" ? await readBody(request) : Buffer.from(unescaped(encoded), "base64");
  answerFile(derAnswer("ocsp", respond(requestDer)), response);
}

/** The body, or as much of it as a request may have. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_REQUEST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function unescaped(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // a % that does not belong there is no base64 either
  }
}
