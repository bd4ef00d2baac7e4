import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseOcspResponse } from "../../revocation/ocsp/ocsp-response.ts";
import type { SingleResponse } from "../../revocation/ocsp/single-response.ts";
import type { OcspAnswer } from "../../revocation/respond/ocsp-answer.ts";
import { serialHex } from "../../x509/serial-number.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { openStoreResponder } from "../ocsp/open-store-responder.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"ocsp respond">): Promise<ExitCode> {
  const { out } = input;
  const request = await readInput(context, input.request);
  const answer = await withStore(context, async (ca) =>
    (await openStoreResponder(context, ca, input)).live.answer(request),
  );
  const report = reportOf(answer);
  if (out !== undefined) {
    await writeFile(resolve(context.cwd, out), answer.der);
    context.output.result({ ...report, file: out }, renderReport);
  } else if (context.json) {
    context.output.result({ ...report, response: Buffer.from(answer.der).toString("base64") }, renderReport);
  } else {
    context.stdout.write(answer.der);
    context.output.note(renderReport(report));
  }
  return answer.status === "successful" ? 0 : 1;
}

/** What `ocsp respond --json` prints, with `file` or else `response`, the DER in base64. */
interface RespondReport {
  readonly status: OcspAnswer["status"];
  readonly why?: string;
  readonly nextUpdate?: string;
  readonly certificates: readonly CertificateReport[];
}

interface CertificateReport {
  readonly serial: string;
  readonly status: string;
  readonly revokedAt?: string;
  readonly reason?: string;
}

function reportOf(answer: OcspAnswer): RespondReport {
  const { status } = answer;
  const response = parseOcspResponse(answer.der);
  if (response.status !== "successful" || answer.status !== "successful")
    return { status, certificates: [], ...("why" in answer && { why: answer.why }) };
  const certificates = response.basic.responses.map(certificateReport);
  return { status, nextUpdate: answer.nextUpdate.toISOString(), certificates };
}

function certificateReport({ certId: { serialNumber }, status }: SingleResponse): CertificateReport {
  const known = { serial: serialHex(serialNumber), status: status.kind };
  if (status.kind !== "revoked") return known;
  return { ...known, revokedAt: status.at.toISOString(), reason: status.reason ?? "unspecified" };
}

function renderReport({ status, why, nextUpdate, certificates }: RespondReport): string {
  if (why !== undefined) return `${status}: ${why}`;
  const lines = certificates.map(({ serial, status, revokedAt, reason }) =>
    revokedAt === undefined ? `${serial}: ${status}` : `${serial}: ${status} since ${revokedAt} (${reason})`,
  );
  return [...lines, `until ${nextUpdate}`].join("\n");
}
