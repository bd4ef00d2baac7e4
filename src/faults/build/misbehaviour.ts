import { encodeErrorResponse } from "../../revocation/respond/encode-response.ts";
import { encodePem } from "../../x509/pem.ts";
import { derAnswer, type Endpoint, type EndpointAnswer, type FileAnswer, notFound } from "./endpoint.ts";

/** Longer than clients wait: Java 15 s for a CRL, browsers 10 s for OCSP. Milliseconds. */
const SLOW_MS = 20_000;

const pemLabels = { crl: "X509 CRL", crt: "CERTIFICATE" } as const;

/** What stands between a client and a sound file, in all the ways that are met: each under a path of its own, with this ending. */
export function misbehaving(ending: "crl" | "crt" | "ocsp", der: Uint8Array): readonly Endpoint[] {
  const variant = (name: string, fault: string, answer: EndpointAnswer): Endpoint => ({
    path: `/${name}.${ending}`,
    fault,
    answer,
  });
  const file = derAnswer(ending, der);
  return [
    notFound(`/404.${ending}`),
    variant("slow", `begins to answer after ${SLOW_MS / 1000} seconds`, { ...file, delayMs: SLOW_MS }),
    variant("hang", "takes the request and never answers", { kind: "hang" }),
    variant("loop", "redirects to itself", { kind: "redirect", to: `/loop.${ending}` }),
    variant("truncated", "hangs up halfway", { ...file, truncateAt: Math.floor(der.length / 2) }),
    variant("empty", "answers without a single octet", { ...file, body: new Uint8Array() }),
    variant("html", "a login page instead: a proxy or a hotel", { ...file, contentType: "text/html", body: loginPage }),
    variant("wrong-type", "the right octets as text/plain", { ...file, contentType: "text/plain" }),
    ...(ending === "ocsp" ? [] : [variant("pem", "PEM instead of DER", asPem(pemLabels[ending], file))]),
  ];
}

/** Every way in which an OCSP responder can refuse (RFC 6960 section 2.3). */
export function refusingResponders(): readonly Endpoint[] {
  const refusals = ["malformedRequest", "internalError", "tryLater", "sigRequired", "unauthorized"] as const;
  return refusals.map((status) => ({
    path: `/${status}.ocsp`,
    fault: `answers ${status}`,
    answer: derAnswer("ocsp", encodeErrorResponse(status)),
  }));
}

const loginPage = Buffer.from(
  "<!doctype html><title>Log in</title><p>Accept the terms of this network to go on.</p>\n",
);

function asPem(label: string, file: FileAnswer): FileAnswer {
  return { ...file, contentType: "application/x-pem-file", body: Buffer.from(encodePem(label, file.body)) };
}
