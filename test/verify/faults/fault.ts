import type { FindingCode } from "../../../src/verify/explanations/index.ts";
import type { VerifyResult } from "../../../src/verify/result.ts";
import { verify } from "../../../src/verify/verify.ts";
import type { VerifyOptions } from "../../../src/verify/verify-options.ts";
import { ca, type Issued, leaf, NOW, root } from "../pki.ts";

/** A chain with one thing wrong: what the peer sends, what the client trusts, what it asks for. */
export interface Fault {
  readonly id: FindingCode;
  readonly sent: readonly Issued[];
  readonly trust?: readonly Issued[];
  readonly options?: Partial<VerifyOptions>;
  /** False where most clients accept it. */
  readonly isRefused?: boolean;
  /** The errors that cannot but come with it. */
  readonly also?: readonly FindingCode[];
  /** The certificate of the headline; 0 unless told. */
  readonly index?: number;
}

export const good = { root: root(), issuing: ca(root()) } as const;

/** Leaf and intermediate of the good PKI, with other leaves. */
export function below(...sent: readonly Issued[]): readonly Issued[] {
  return [...sent, good.issuing];
}

/** What the default rules say of the fault, or others if told. */
export function judge(
  { sent, trust = [good.root], options }: Fault,
  rules: VerifyOptions["rules"] = "rfc5280",
): VerifyResult {
  return verify(
    sent.map(({ der }) => der),
    { trust: trust.map(({ der }) => der), at: NOW, name: "localhost", purpose: "serverAuth", rules, ...options },
  );
}

export const goodLeaf = leaf(good.issuing);
