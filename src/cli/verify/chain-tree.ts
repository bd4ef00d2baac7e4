import { isPkiError } from "../../errors/pki-error.ts";
import type { Finding } from "../../verify/finding.ts";
import type { PathElement, VerifyResult } from "../../verify/result.ts";
import { certificateText } from "../../verify/text.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { relativeText } from "../text/time.ts";
import type { Tree } from "../text/tree.ts";

const origins = { sent: "sent", untrusted: "given as untrusted", aia: "fetched", trust: "trusted" } as const;
const marks = { error: "✗", warning: "!", notice: "·" } as const;

/**
 * The path as a tree, the trusted end on top: a line for each certificate with what was found at it, a mark where the link to the issuer
 * is broken, and a gap where the issuer was not to be had.
 */
export function chainTree({ path, findings }: VerifyResult, paint: Paint, now: Date): Tree | undefined {
  let below: Tree | undefined;
  for (const [index, element] of path.entries()) {
    const here = findings.filter((finding) => finding.index === index && finding.at.startsWith("chain["));
    below = {
      line: lineOf(element, paint, now),
      detail: here.map((finding) => findingLine(finding, finding === findings[0], paint)),
      ...(below && { children: [below] }),
      ...(here.some(breaksLink) && { link: paint.red("╳") }),
    };
  }
  const top = path.at(-1);
  if (below === undefined || top === undefined || top.from === "trust" || top.certificate.isSelfIssued) return below;
  const gap = `${paint.red("?")} ${printable(`"${top.issuer}"`)}  ${paint.red("missing: neither sent nor trusted")}`;
  return { line: gap, children: [{ ...below, link: paint.red("┄") }] };
}

/** "✗ expired-leaf: …"; where the headline is an error, its sentence stands above the tree already. */
export function findingLine({ severity, code, message }: Finding, isHeadline: boolean, paint: Paint): string {
  const colour = severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.dim;
  const isTold = isHeadline && severity === "error";
  return `${colour(`${marks[severity]} ${code}`)}${isTold ? "" : `: ${printable(message)}`}`;
}

function lineOf({ certificate, from }: PathElement, paint: Paint, now: Date): string {
  const origin = from === "trust" ? paint.green(origins[from]) : origins[from];
  return `${paint.bold(printable(certificateText(certificate)))}  ${origin}${paint.dim(expiry(certificate, now))}`;
}

/** A date that cannot be read is told of as a finding. */
function expiry(certificate: Certificate, now: Date): string {
  try {
    const { notAfter } = certificate;
    return `, ${now > notAfter ? "expired" : "expires"} ${relativeText(notAfter, now)}`;
  } catch (error) {
    if (!isPkiError(error)) throw error;
    return "";
  }
}

/** An error about the issuer is one about the line between two certificates. */
function breaksLink({ severity, at }: Finding): boolean {
  return severity === "error" && /\.(issuer|signature\w*|extensions\.authorityKeyIdentifier)$/.test(at);
}
