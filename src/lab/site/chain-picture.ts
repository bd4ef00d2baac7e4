import { equalBytes } from "../../asn1/bytes.ts";
import type { Issued } from "../../faults/build/issued.ts";
import { isSignedBy } from "../../revocation/signed-by.ts";
import type { Finding } from "../../verify/finding.ts";
import type { PathElement, VerifyResult } from "../../verify/result.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { besideBox, certificateBox, missingBox, type PictureBox, unreadableBox } from "./picture-box.ts";

/** A chain as a client sees it: the leaf first, upward to what it trusts. */
export interface ChainPicture {
  readonly boxes: readonly PictureBox[];
  /** From each box but the last to the next one. */
  readonly links: readonly Link[];
  /** What was sent, or is trusted, and has no part in it. */
  readonly beside: readonly PictureBox[];
  /** The verdict in one line. */
  readonly verdict: string;
}

/** `broken`: the next one has the issuer's name, and another key. */
export type Link = "signed" | "broken" | "missing";

/** Draws a verdict over the certificates that were shown to somebody who trusts these. */
export function chainPicture(
  { path, findings, valid }: VerifyResult,
  shown: readonly Issued[],
  trust: readonly Issued[],
): ChainPicture {
  const [headline] = findings;
  const others = path.length === 0 ? shown.slice(1) : shown;
  return {
    ...(path.length === 0 ? drawUnreadable(shown, headline) : drawPath(path, headline)),
    beside: [
      ...unused(others, path).map((one) => besideBox(one, "sent, and not used")),
      ...unused(trust, path).map((one) => besideBox(one, "trusted, and not reached")),
    ],
    verdict: verdictOf(headline, valid),
  };
}

type Drawn = Pick<ChainPicture, "boxes" | "links">;

/** Above a chain that ends before anything trusted, somebody is missing. */
function drawPath(path: readonly PathElement[], headline: Finding | undefined): Drawn {
  const boxes = path.map((element, i) => certificateBox(element, headline?.index === i ? headline : undefined));
  const links = path.slice(1).map(({ certificate }, i) => linkOf(path[i], certificate));
  const last = path.at(-1);
  if (last === undefined || last.from === "trust" || last.certificate.isSelfIssued) return { boxes, links };
  return { boxes: [...boxes, missingBox(last.certificate.issuer)], links: [...links, "missing"] };
}

/** Nothing leads on from a leaf that cannot be read. */
function drawUnreadable([leaf]: readonly Issued[], headline: Finding | undefined): Drawn {
  return { boxes: leaf === undefined ? [] : [unreadableBox(leaf, headline)], links: [] };
}

function linkOf(below: PathElement | undefined, above: Certificate): Link {
  return below && isSignedBy(below.certificate, above.spkiDer) ? "signed" : "broken";
}

function unused(all: readonly Issued[], path: readonly PathElement[]): readonly Issued[] {
  return all.filter(({ der }) => !path.some(({ certificate }) => equalBytes(certificate.der, der)));
}

function verdictOf(headline: Finding | undefined, isValid: boolean): string {
  if (headline === undefined) return "the chain is sound";
  return `${isValid ? "valid, and worth knowing" : "not valid"}: ${headline.code}`;
}
