import { createHash } from "node:crypto";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Issued } from "../../faults/build/issued.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { isSignedBy } from "../../revocation/signed-by.ts";
import type { Finding } from "../../verify/finding.ts";
import type { PathElement } from "../../verify/result.ts";
import { certificateText, timeText } from "../../verify/text.ts";
import { verify } from "../../verify/verify.ts";
import type { Certificate } from "../../x509/certificate.ts";

/** One certificate of the picture, or the place where one should be. */
export interface PictureBox {
  readonly kind: "trusted" | "sent" | "missing" | "beside";
  readonly title: string;
  readonly facts: string;
  /** What is the matter with it. */
  readonly trouble?: string;
}

/** A chain as a client sees it: the leaf first, upward to what it trusts. */
export interface ChainPicture {
  readonly boxes: readonly PictureBox[];
  /** For each box but the last: is it signed by the next one? */
  readonly links: readonly ("signed" | "broken")[];
  /** Certificates that were sent, or are trusted, and have no part in it. */
  readonly beside: readonly PictureBox[];
  /** The verdict in one line. */
  readonly verdict: string;
}

/** What one side shows, and what the other one trusts and asks for. */
export interface Shown extends Pick<Scene, "trust" | "verify"> {
  readonly chain: readonly Issued[];
  readonly purpose: "serverAuth" | "clientAuth";
  readonly name?: string;
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly Uint8Array[];
}

/** Draws the chain as our verifier sees it. */
export function chainPicture({ chain, trust, verify: options, ...asked }: Shown, at: Date): ChainPicture {
  const ders = (all: readonly Issued[]) => all.map(({ der }) => der);
  const { path, findings, valid } = verify(ders(chain), { trust: ders(trust), at, ...asked, ...options });
  const boxes = path.map((element, i) => boxOf(element, i, findings));
  const gap = gapAbove(path);
  return {
    boxes: gap === undefined ? boxes : [...boxes, gap],
    links: [
      ...path.slice(1).map(({ certificate }, i) => linkOf(path[i]?.certificate, certificate)),
      ...(gap ? ["broken" as const] : []),
    ],
    beside: [...besides(chain, path, "sent, and not used"), ...besides(trust, path, "trusted, and not reached")],
    verdict: verdictOf(findings[0], valid),
  };
}

function boxOf({ certificate, from }: PathElement, index: number, findings: readonly Finding[]): PictureBox {
  const [headline] = findings;
  const trouble = headline?.index === index ? headline : undefined;
  return {
    kind: from === "trust" ? "trusted" : "sent",
    title: certificateText(certificate),
    facts: periodOf(certificate),
    ...(trouble && { trouble: trouble.message }),
  };
}

/** Above a chain that ends before anything trusted, somebody is missing. */
function gapAbove(path: readonly PathElement[]): PictureBox | undefined {
  const last = path.at(-1);
  if (last === undefined || last.from === "trust" || last.certificate.isSelfIssued) return undefined;
  return { kind: "missing", title: `"${last.certificate.issuer}"`, facts: "neither sent nor trusted" };
}

function linkOf(below: Certificate | undefined, above: Certificate): "signed" | "broken" {
  return below && isSignedBy(below, above.spkiDer) ? "signed" : "broken";
}

function besides(all: readonly Issued[], path: readonly PathElement[], facts: string): readonly PictureBox[] {
  const used = new Set(path.map(({ sha256 }) => sha256));
  return all.flatMap(({ der, name }): PictureBox[] =>
    used.has(fingerprint(der)) ? [] : [{ kind: "beside", title: name.isEmpty ? "no name" : `"${name}"`, facts }],
  );
}

function fingerprint(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("hex");
}

/** A malformed time makes the certificate's period unreadable, and may be the very fault. */
function periodOf(certificate: Certificate): string {
  try {
    const { notBefore, notAfter } = certificate;
    return `${timeText(notBefore)} to ${timeText(notAfter)}`;
  } catch (error) {
    if (isPkiError(error)) return "a period that cannot be read";
    throw error;
  }
}

function verdictOf(headline: Finding | undefined, isValid: boolean): string {
  if (headline === undefined) return "the chain is sound";
  return `${isValid ? "valid, and worth knowing" : "not valid"}: ${headline.code}`;
}
