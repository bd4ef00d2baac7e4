import { asBuffer } from "../asn1/bytes.ts";
import { PkiError } from "../errors/pki-error.ts";

/** One block of a PEM file (RFC 7468). */
export interface PemBlock {
  /** What stands after BEGIN, such as `CERTIFICATE`. */
  readonly label: string;
  readonly der: Uint8Array;
  /** The headers of RFC 1421, such as `Proc-Type` and `DEK-Info` of an encrypted key. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text between the block before and this one. */
  readonly explanatory: string;
  /** The line of BEGIN, counted from 1. */
  readonly line: number;
}

/** RFC 7468 section 2. */
const LINE = 64;

const begin = /^\s*-----BEGIN ([^-]+)-----\s*$/;
const end = /^\s*-----END ([^-]+)-----\s*$/;
const header = /^\s*([A-Za-z][\w-]*): *(.*?)\s*$/;

/** Every block of a text; an empty list when it holds none. @throws PkiError ERR_PEM at a block that is broken */
export function parsePem(input: string | Uint8Array): readonly PemBlock[] {
  const lines = textOf(input).split(/\r\n|\n|\r/);
  const blocks: PemBlock[] = [];
  let textFrom = 0;
  for (let at = 0; at < lines.length; at++) {
    const label = begin.exec(lines[at] as string)?.[1];
    if (label === undefined) continue;
    const last = endOf(lines, at, label);
    const explanatory = lines.slice(textFrom, at).join("\n").trim();
    blocks.push({ label, ...readBody(lines, at + 1, last), explanatory, line: at + 1 });
    at = last;
    textFrom = last + 1;
  }
  return blocks;
}

/** One block with lines of 64 characters, ended by a newline. */
export function encodePem(label: string, der: Uint8Array): string {
  const base64 = asBuffer(der).toString("base64");
  let lines = "";
  for (let at = 0; at < base64.length; at += LINE) lines += `${base64.slice(at, at + LINE)}\n`;
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}

/** True when the bytes look like text that holds a PEM block, rather than DER. */
export function looksLikePem(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes("-----BEGIN ");
}

function textOf(input: string | Uint8Array): string {
  return (typeof input === "string" ? input : asBuffer(input).toString("utf8")).replace(/^\ufeff/, "");
}

function endOf(lines: readonly string[], from: number, label: string): number {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] as string;
    const closed = end.exec(line)?.[1];
    if (closed === label) return at;
    if (closed !== undefined) throw broken(at, `END ${closed} closes BEGIN ${label} of line ${from + 1}`);
    if (begin.test(line)) throw broken(at, `a block begins before END ${label} of line ${from + 1}`);
  }
  throw broken(from, `END ${label} is missing, the file may be cut off`);
}

function readBody(lines: readonly string[], from: number, to: number): Pick<PemBlock, "der" | "headers"> {
  const headers: Record<string, string> = {};
  let at = from;
  for (let found = header.exec(lines[at] as string); found && at < to; found = header.exec(lines[++at] as string))
    headers[found[1] as string] = found[2] as string;
  let base64 = "";
  for (; at < to; at++) {
    const line = (lines[at] as string).replace(/\s+/g, "");
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(line)) throw broken(at, "it is not base64");
    base64 += line;
  }
  if (base64.length % 4 !== 0 || /=[^=]/.test(base64)) throw broken(from, "the base64 is incomplete");
  return { headers, der: new Uint8Array(Buffer.from(base64, "base64")) };
}

function broken(line: number, why: string): PkiError {
  return new PkiError("ERR_PEM", { line: line + 1, why });
}
