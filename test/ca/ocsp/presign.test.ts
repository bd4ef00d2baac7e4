import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { issue } from "../../../src/ca/issue.ts";
import { openResponder } from "../../../src/ca/ocsp/open-responder.ts";
import { presign } from "../../../src/ca/ocsp/presign.ts";
import { revoke } from "../../../src/ca/revoke.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { OcspAnswer } from "../../../src/revocation/respond/ocsp-answer.ts";
import { presignedPath } from "../../../src/revocation/respond/presigned-path.ts";
import { FolderResponder } from "../../../src/server/folder-responder.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { at, DAY_MS, NOON, newCa, refusal, scratchFolder, type TestedCa, tlsServer } from "../fixtures.ts";

const terms = { signBy: "delegate", validityMs: 4 * DAY_MS, nonIssued: "unknown" } as const;

interface Presigned extends TestedCa {
  readonly leaf: Certificate;
  readonly folder: string;
  /** Signs again, at this time. */
  presign(time?: Date): ReturnType<typeof presign>;
}

async function presigned(): Promise<Presigned> {
  const ca = await newCa();
  const order = { profile: tlsServer, names: ["localhost"], days: 20 };
  const { certificate: leaf } = await issue(ca.context, ca.issuing, order);
  const folder = join(scratchFolder(), "responses");
  const again = async (time = NOON) => {
    const context = at(ca.context, time);
    return presign(context, await openResponder(context, terms), folder);
  };
  return { ...ca, leaf, folder, presign: again };
}

function files(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => statSync(join(folder, name)).isFile());
}

const certId = (issuer: Certificate, { serialNumber }: Certificate, hash: "sha1" | "sha256" = "sha1") =>
  encodeCertId(hash, issuer, serialNumber);

function verdict(answer: OcspAnswer, issuer: Certificate, certificate: Certificate, time = NOON) {
  return checkOcsp(parseOcspResponse(answer.der), { certificate, issuer }, { at: time });
}

describe("presign", () => {
  it("signs for every certificate by both hashes, and not for responders", async () => {
    const ca = await presigned();
    const report = await ca.presign();
    expect(report).toEqual({ certificates: 2, responses: 4, removed: 0, nextUpdate: new Date(+NOON + 4 * DAY_MS) });
    expect(files(ca.folder)).toHaveLength(4);
    expect(await ca.presign()).toMatchObject({ certificates: 2, responses: 4 });
    for (const hash of ["sha1", "sha256"] as const) {
      const der = readFileSync(join(ca.folder, presignedPath(certId(ca.issuing.certificate, ca.leaf, hash))));
      const subject = { certificate: ca.leaf, issuer: ca.issuing.certificate };
      expect(checkOcsp(parseOcspResponse(Uint8Array.from(der)), subject, { at: NOON })).toEqual({ status: "good" });
    }
  });

  it("removes what lapsed and nothing else", async () => {
    const ca = await presigned();
    await ca.presign();
    writeFileSync(join(ca.folder, "README"), "somebody's notes");
    const late = new Date(+NOON + 30 * DAY_MS);
    expect(await ca.presign(late)).toMatchObject({ certificates: 1, responses: 2, removed: 2 });
    expect(existsSync(join(ca.folder, "README"))).toBe(true);
  });

  it("makes an empty folder of a CA without certificates", async () => {
    const ca = await presigned();
    const context = at(ca.context, NOON);
    const opened = await openResponder(context, terms);
    const empty = { ...opened, served: [] };
    const report = await presign(context, empty, join(ca.folder, "empty"));
    expect(report).toEqual({ certificates: 0, responses: 0, removed: 0, nextUpdate: undefined });
  });

  it("says for which certificate it cannot sign", async () => {
    const ca = await presigned();
    const context = at(ca.context, new Date(+NOON + 1));
    const opened = await openResponder({ ...context, serial: () => ca.leaf.serialNumber }, terms);
    const error = await refusal(presign(context, opened, ca.folder), "ERR_OCSP_PRESIGN");
    expect(error.message).toContain("serial numbers in a row were taken");
  });
});

describe("the path of a response", () => {
  it("is the base64 of the request; its slashes are folders, and a folder is answered by its index", async () => {
    const { issuing, leaf } = await presigned();
    for (let last = 0; last < 256; last++) {
      const serialNumber = Uint8Array.from([...leaf.serialNumber.subarray(0, 15), last]);
      const id = encodeCertId("sha256", issuing.certificate, serialNumber);
      const base64 = Buffer.from(encodeOcspRequest([id])).toString("base64");
      expect(presignedPath(id)).toBe(base64.endsWith("/") ? `${base64}index.html` : base64);
    }
  });
});

describe("the responder of a folder", () => {
  it("answers by GET and POST requests of any form, without a nonce", async () => {
    const { issuing, leaf, folder, presign } = await presigned();
    await presign();
    const responder = new FolderResponder(folder, () => NOON);
    for (const nonce of [undefined, new Uint8Array(16)]) {
      const answer = await responder.answer(encodeOcspRequest([certId(issuing.certificate, leaf)], nonce));
      expect(verdict(answer, issuing.certificate, leaf)).toEqual({ status: "good" });
      expect(answer).toMatchObject({ shared: true });
    }
  });

  it("notices within a second that a file was replaced", async () => {
    const { context, issuing, leaf, folder, presign } = await presigned();
    await presign();
    let time = NOON;
    const responder = new FolderResponder(folder, () => time);
    const ask = () => responder.answer(encodeOcspRequest([certId(issuing.certificate, leaf)]));
    const first = await ask();
    await revoke(context, leaf);
    await presign();
    expect(ask()).toBe(first);
    time = new Date(+NOON + 1000);
    expect(verdict(await ask(), issuing.certificate, leaf, time)).toMatchObject({ status: "revoked" });
    const renewed = await ask();
    time = new Date(+NOON + 2000);
    expect(await ask()).toBe(renewed);
  });

  it("is not authorized to answer what it has no file for", async () => {
    const { root, issuing, leaf, folder, presign } = await presigned();
    await presign();
    const responder = new FolderResponder(folder, () => NOON);
    const own = certId(issuing.certificate, leaf);
    for (const certIds of [[certId(root.certificate, leaf)], [own, own]])
      expect(await responder.answer(encodeOcspRequest(certIds))).toMatchObject({ status: "unauthorized" });
    const long = encodeCertId("sha1", issuing.certificate, new Uint8Array(300).fill(1));
    expect(await responder.answer(encodeOcspRequest([long]))).toMatchObject({ status: "unauthorized" });
    expect(await responder.answer(new Uint8Array())).toMatchObject({ status: "malformedRequest" });
  });

  it("lets the client try later rather than give it what lapsed or is damaged", async () => {
    const { issuing, leaf, folder, presign } = await presigned();
    await presign();
    let time = NOON;
    const responder = new FolderResponder(folder, () => time);
    const id = certId(issuing.certificate, leaf);
    const ask = () => responder.answer(encodeOcspRequest([id]));
    expect(await ask()).toMatchObject({ status: "successful" });
    time = new Date(+NOON + 4 * DAY_MS);
    expect(await ask()).toMatchObject({ status: "tryLater", why: expect.stringContaining("lapsed") });
    for (const content of ["", "30030a0103"]) {
      time = new Date(+time + 1000);
      writeFileSync(join(folder, presignedPath(id)), Buffer.from(content, "hex"));
      expect(await ask()).toMatchObject({ status: "tryLater" });
    }
  });
});
