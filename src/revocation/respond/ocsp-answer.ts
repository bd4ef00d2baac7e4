import { isPkiError } from "../../errors/pki-error.ts";
import type { OcspStatus } from "../ocsp/ocsp-response.ts";
import { encodeErrorResponse } from "./encode-response.ts";

/** A response, or the error that stands for it: RFC 6960 section 2.3. */
export type OcspAnswer = SignedAnswer | RefusedAnswer;

export interface SignedAnswer {
  readonly status: "successful";
  /** The OCSPResponse. */
  readonly der: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Whoever asks the same gets the same until nextUpdate: caches may keep it. */
  readonly shared: boolean;
}

export interface RefusedAnswer {
  readonly status: Exclude<OcspStatus, "successful">;
  readonly der: Uint8Array;
  /** For the log, not for whoever asked. */
  readonly why: string;
}

/** What answers requests. Most answers are there at once. */
export interface Responder {
  /** @param requestDer an OCSPRequest, or anything else. */
  answer(requestDer: Uint8Array): OcspAnswer | Promise<OcspAnswer>;
}

export function refuse(status: RefusedAnswer["status"], why: string): RefusedAnswer {
  return { status, der: encodeErrorResponse(status), why };
}

/** For a request that cannot be read. An error of another kind is ours. */
export function refuseMalformed(error: unknown): RefusedAnswer {
  return isPkiError(error) ? refuse("malformedRequest", error.message) : refuseBroken(error);
}

/** For a request that cannot be answered now: the store or the signer is not there. Any other error is ours. */
export function refuseForNow(error: unknown): RefusedAnswer {
  return isPkiError(error) ? refuse("tryLater", error.message) : refuseBroken(error);
}

function refuseBroken(error: unknown): RefusedAnswer {
  return refuse("internalError", error instanceof Error ? (error.stack ?? error.message) : String(error));
}
