import type { Finding } from "../../verify/finding.ts";
import type { VerifyResult } from "../../verify/result.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { treeLines } from "../text/tree.ts";
import { chainTree, findingLine } from "./chain-tree.ts";
import type { ServerReport } from "./target.ts";

/** Ways that failed are told, the first few; a cross-signed PKI has many. */
const SHOWN_TRIED = 5;

/** The verdict first, then the chain with what was found where, then what to do. */
export function renderVerdict(result: VerifyResult, paint: Paint, now: Date, server?: ServerReport): string {
  const tree = chainTree(result, paint, now);
  const [headline] = result.findings;
  return [
    [verdictLine(result, paint), ...(server === undefined ? [] : [paint.dim(serverLine(server))])],
    tree === undefined ? [] : treeLines(tree).map((line) => `  ${line}`),
    elsewhere(result).map((finding) => `  ${findingLine(finding, finding === headline, paint)} (${finding.at})`),
    triedLines(result),
    result.skipped.length === 0 ? [] : [paint.dim(`not looked at: ${result.skipped.join("; ")}`)],
    result.valid || headline === undefined ? [] : adviceLines(headline, paint),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function verdictLine({ valid, findings, path }: VerifyResult, paint: Paint): string {
  if (!valid)
    return `${paint.bold(paint.red("✗ not valid:"))} ${printable(findings[0]?.message ?? "no path to a trusted certificate")}`;
  const remarks = findings.length === 0 ? "" : `, with ${findings.length} remark${findings.length === 1 ? "" : "s"}`;
  return `${paint.bold(paint.green("✓ valid"))}${remarks}: ${path.length} certificate${path.length === 1 ? "" : "s"} up to a trusted one`;
}

function serverLine({ address, serverName, protocol, cipher, stapled }: ServerReport): string {
  const asked = serverName === undefined ? "" : ` as ${serverName}`;
  return `  ${address}${asked}: ${protocol}, ${cipher}, ${stapled ? "an OCSP response stapled" : "nothing stapled"}`;
}

/** Findings about what is not on the path. */
function elsewhere({ findings, path }: VerifyResult): readonly Finding[] {
  return findings.filter(({ at, index }) => !at.startsWith("chain[") || index >= path.length);
}

function triedLines({ tried }: VerifyResult): string[] {
  if (tried.length === 0) return [];
  const lines = tried
    .slice(0, SHOWN_TRIED)
    .map(({ path, rejected }) => `  ${printable(`${path.join(" ← ")}: ${rejected}`)}`);
  const more = tried.length - SHOWN_TRIED;
  return ["other ways that were tried:", ...lines, ...(more > 0 ? [`  and ${more} more (--json has them all)`] : [])];
}

function adviceLines({ code, why, fix, openssl, citation }: Finding, paint: Paint): string[] {
  const number = openssl === undefined ? "" : `, OpenSSL's error ${openssl}`;
  return [
    `${paint.bold("why")}  ${why}`,
    `     ${paint.dim(`${code}${number}, ${citation}`)}`,
    ...fix.map(({ role, text }, i) => `${paint.bold(i === 0 ? "fix" : "   ")}  ${paint.cyan(role)}: ${text}`),
  ];
}
