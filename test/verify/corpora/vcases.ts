import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/** Where the test data is, which is no part of the project. */
const folder = new URL("../../../../shared/", import.meta.url);

/** A verification case of ../shared/data; its README says what the letters mean. */
interface CaseHeader {
  readonly id: string;
  readonly x: "accept" | "reject";
  readonly bucket: string;
  readonly soft?: boolean;
  readonly fam?: readonly string[];
  readonly all?: readonly (readonly string[])[];
  readonly at?: number | readonly (readonly [string, number])[];
  readonly t: string;
  readonly name?: { readonly type: string; readonly value: string };
  readonly names?: readonly { readonly type: string; readonly value: string }[];
  readonly purpose?: string;
  readonly ku?: readonly string[];
  readonly depth?: number;
  readonly pol?: object;
  readonly tr: readonly number[];
  readonly un: readonly number[];
  readonly leaf: number;
  readonly crl?: readonly number[];
  readonly ocsp?: readonly number[];
}

/** A case with the line that `verify --batch` gets for it. */
export interface VerificationCase extends CaseHeader {
  readonly line: Readonly<Record<string, unknown>>;
}

/** The cases of one file; undefined when the data is not there. */
export function readCases(name: string): readonly VerificationCase[] | undefined {
  const file = new URL(`data/${name}.dev.vcases.br`, folder);
  if (!existsSync(file)) return undefined;
  const raw = brotliDecompressSync(readFileSync(file));
  const headerEnd = 4 + raw.readUInt32BE(0);
  const header = JSON.parse(raw.subarray(4, headerEnd).toString()) as {
    readonly lens: readonly number[];
    readonly cases: readonly CaseHeader[];
  };
  let at = headerEnd;
  const blobs = header.lens.map((length) => {
    at += length;
    return raw.subarray(at - length, at).toString("base64");
  });
  return header.cases.map((one) => ({ ...one, line: lineOf(one, blobs) }));
}

/** Which neutral families each finding code belongs to; empty when the data is not there. */
export function readFamilies(): Readonly<Record<string, string | readonly string[]>> {
  const file = new URL("tools/codemap.json", folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function lineOf(one: CaseHeader, blobs: readonly string[]): VerificationCase["line"] {
  const of = (indexes: readonly number[] = []) => indexes.map((index) => blobs[index]);
  return {
    id: one.id,
    trust: of(one.tr),
    untrusted: of(one.un),
    leaf: blobs[one.leaf],
    crls: of(one.crl),
    ocsp: of(one.ocsp),
    time: one.t,
    name: one.name ?? null,
    names: one.names ?? [],
    purpose: one.purpose ?? null,
    keyUsage: one.ku ?? [],
    maxDepth: one.depth ?? null,
    revocation: one.crl || one.ocsp ? "require" : "off",
    policy: one.pol ?? null,
  };
}
