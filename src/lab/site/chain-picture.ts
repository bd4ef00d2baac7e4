import { createHash } from "node:crypto";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Issued } from "../../faults/build/issued.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { isSignedBy } from "../../revocation/signed-by.ts";
import type { Finding } from "../../verify/finding.ts";
import type { PathElement } from "../../verify/result.ts";
import { certificateText } from "../../verify/text.ts";
import { verify } from "../../verify/verify.ts";
import type { Certificate } from "../../x509/certificate.ts";

/** One certificate of the picture, or the place where one should be. */
export interface PictureBox {
  readonly kind: "trusted" | "sent" | "missing" | "beside";
  readonly title: string;
  readonly facts: string;
  /** What is the matter with it. */
  readonly trouble?: Pick<Finding, "message" | "severity">;
}

/** `broken`: the next one has the issuer's name, and another key. */
export type Link = "signed" | "broken" | "missing";

/** A chain as a client sees it: the leaf first, upward to what it trusts. */
export interface ChainPicture {
  readonly boxes: readonly PictureBox[];
  /** From each box but the last to the next one, by whose name its issuer goes. */
  readonly links: readonly Link[];
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
  const [headline] = findings;
  const boxes = path.length > 0 ? path.map((element, i) => boxOf(element, i, headline)) : unreadable(chain, headline);
  const gap = gapAbove(path);
  return {
    boxes: gap === undefined ? boxes : [...boxes, gap],
    links: [...path.slice(1).map(({ certificate }, i) => linkOf(path[i]?.certificate, certificate)), ...linkToGap(gap)],
    beside: [
      ...besides(path.length > 0 ? chain : chain.slice(1), path, "sent, and not used"),
      ...besides(trust, path, "trusted, and not reached"),
    ],
    verdict: verdictOf(headline, valid),
  };
}

function boxOf({ certificate, from }: PathElement, index: number, headline: Finding | undefined): PictureBox {
  const trouble = headline?.index === index ? headline : undefined;
  return {
    kind: from === "trust" ? "trusted" : "sent",
    title: titleOf(certificate),
    facts: periodOf(certificate),
    ...(trouble && { trouble }),
  };
}

/** Nothing leads on from a leaf that cannot be read. */
function unreadable(chain: readonly Issued[], headline: Finding | undefined): readonly PictureBox[] {
  return chain.slice(0, 1).map(({ name }) => ({
    kind: "sent",
    title: name.toString(),
    facts: "cannot be read",
    ...(headline && { trouble: headline }),
  }));
}

/** Above a chain that ends before anything trusted, somebody is missing. */
function gapAbove(path: readonly PathElement[]): PictureBox | undefined {
  const last = path.at(-1);
  if (last === undefined || last.from === "trust" || last.certificate.isSelfIssued) return undefined;
  return { kind: "missing", title: last.certificate.issuer.toString(), facts: "neither sent nor trusted" };
}

function linkToGap(gap: PictureBox | undefined): readonly Link[] {
  return gap === undefined ? [] : ["missing"];
}

function linkOf(below: Certificate | undefined, above: Certificate): Link {
  return below && isSignedBy(below, above.spkiDer) ? "signed" : "broken";
}

function besides(all: readonly Issued[], path: readonly PathElement[], facts: string): readonly PictureBox[] {
  const used = new Set(path.map(({ sha256 }) => sha256));
  return all.flatMap(({ der, name }): PictureBox[] =>
    used.has(fingerprint(der)) ? [] : [{ kind: "beside", title: name.isEmpty ? "no name" : name.toString(), facts }],
  );
}

function fingerprint(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("hex");
}

function titleOf(certificate: Certificate): string {
  return certificate.subject.isEmpty ? certificateText(certificate) : certificate.subject.toString();
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** A malformed time makes the certificate's period unreadable, and may be the very fault. */
function periodOf(certificate: Certificate): string {
  try {
    const { notBefore, notAfter } = certificate;
    return `${dayOf(notBefore)} to ${dayOf(notAfter)}`;
  } catch (error) {
    if (isPkiError(error)) return "a period that cannot be read";
    throw error;
  }
}

function verdictOf(headline: Finding | undefined, isValid: boolean): string {
  if (headline === undefined) return "the chain is sound";
  return `${isValid ? "valid, and worth knowing" : "not valid"}: ${headline.code}`;
}
