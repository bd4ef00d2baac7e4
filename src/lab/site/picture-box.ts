import { isPkiError } from "../../errors/pki-error.ts";
import type { Issued } from "../../faults/build/issued.ts";
import type { Finding } from "../../verify/finding.ts";
import type { PathElement } from "../../verify/result.ts";
import { certificateText } from "../../verify/text.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Name } from "../../x509/name.ts";

/** One certificate of a picture, or the place where one should be. */
export interface PictureBox {
  readonly kind: "trusted" | "sent" | "missing" | "beside";
  readonly title: string;
  readonly facts: string;
  /** What is the matter with it. */
  readonly trouble?: Trouble | undefined;
}

export type Trouble = Pick<Finding, "message" | "severity">;

export function certificateBox({ certificate, from }: PathElement, trouble: Trouble | undefined): PictureBox {
  const { subject } = certificate;
  return {
    kind: from === "trust" ? "trusted" : "sent",
    title: subject.isEmpty ? certificateText(certificate) : subject.toString(),
    facts: periodOf(certificate),
    trouble,
  };
}

export function unreadableBox({ name }: Issued, trouble: Trouble | undefined): PictureBox {
  return { kind: "sent", title: name.toString(), facts: "cannot be read", trouble };
}

export function missingBox(name: Name): PictureBox {
  return { kind: "missing", title: name.toString(), facts: "neither sent nor trusted" };
}

export function besideBox({ name }: Issued, facts: string): PictureBox {
  return { kind: "beside", title: name.isEmpty ? "no name" : name.toString(), facts };
}

/** A malformed time makes the period unreadable, and may be the very fault. */
function periodOf(certificate: Certificate): string {
  try {
    return [certificate.notBefore, certificate.notAfter].map((time) => time.toISOString().slice(0, 10)).join(" to ");
  } catch (error) {
    if (isPkiError(error)) return "a period that cannot be read";
    throw error;
  }
}
