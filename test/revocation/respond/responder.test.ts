import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { explicit, octetString, oid, sequence } from "../../../src/asn1/writer.ts";
import { PkiError } from "../../../src/errors/pki-error.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { ocspNonce } from "../../../src/revocation/ocsp/ocsp-nonce.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import { archiveCutoff } from "../../../src/revocation/respond/archive-cutoff.ts";
import { extendedRevoke } from "../../../src/revocation/respond/extended-revoke.ts";
import { LiveResponder } from "../../../src/revocation/respond/live-responder.ts";
import type { OcspAnswer } from "../../../src/revocation/respond/ocsp-answer.ts";
import { PresignedResponder } from "../../../src/revocation/respond/presigned-responder.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { ExtensionSet } from "../../../src/x509/extension-set.ts";
import { invalidityDate } from "../../../src/x509/extensions/invalidity-date.ts";
import { days, now, TestIssuer } from "../test-issuer.ts";
import { TestServedIssuer } from "./test-served-issuer.ts";

const HOUR_MS = 3_600_000;
const terms = { validityMs: 12 * HOUR_MS, nonIssued: "unknown" } as const;
const leafKey = new TestIssuer("CN=leaf");
const nonce = Uint8Array.from({ length: 32 }, (_, i) => i);

let issuer: TestServedIssuer;
let clock: Date;
let changes: { count: number };
let live: LiveResponder;
let presigned: PresignedResponder;

beforeEach(() => {
  issuer = new TestServedIssuer();
  clock = now;
  changes = { count: 0 };
  live = new LiveResponder([issuer], terms, () => clock);
  presigned = new PresignedResponder(live, changes, () => clock);
  issuer.issued.set("01", { status: { kind: "good" }, notAfter: days(10) });
});

const certId = (serial = 1, ca = issuer.certificate, hash: "sha1" | "sha256" = "sha1") =>
  encodeCertId(hash, ca, Uint8Array.of(serial));
const ask = (serial = 1, asked?: Uint8Array) => encodeOcspRequest([certId(serial)], asked);

function basicOf(answer: OcspAnswer) {
  const response = parseOcspResponse(answer.der);
  if (response.status !== "successful") throw new Error(response.status);
  return response.basic;
}

/** What our own check makes of an answer about the certificate with this serial number. */
function verdictOn(answer: OcspAnswer, serial = 1) {
  const certificate = issuer.ca.certify(leafKey, { serial });
  return checkOcsp(parseOcspResponse(answer.der), { certificate, issuer: issuer.certificate }, { at: clock });
}

describe("a responder", () => {
  it.each(["sha1", "sha256"] as const)("answers by %s, with the octets of the CertID as they were", async (hash) => {
    const id = certId(1, issuer.certificate, hash);
    const answer = await live.answer(encodeOcspRequest([id]));
    expect(verdictOn(answer)).toEqual({ status: "good" });
    expect(basicOf(answer).responses[0]?.certId.der).toEqual(id);
  });

  it("tells of a revocation with its time, reason and invalidity date", async () => {
    const [at, lost] = [days(-2), days(-5)];
    issuer.issued.set("01", {
      status: { kind: "revoked", at, reason: "keyCompromise" },
      notAfter: days(10),
      invalidityDate: lost,
    });
    const answer = await live.answer(ask());
    expect(verdictOn(answer)).toEqual({ status: "revoked", source: "ocsp", at, reason: "keyCompromise" });
    const extensions = new ExtensionSet(basicOf(answer).responses[0]?.extensions ?? []);
    expect(extensions.get(invalidityDate)?.value).toEqual(lost);
  });

  it("is good for nothing that was not issued", async () => {
    const answer = await live.answer(ask(2));
    expect(basicOf(answer).responses[0]?.status).toEqual({ kind: "unknown" });
    expect(answer).toMatchObject({ shared: false });
  });

  it("says revoked of what was not issued when told, as RFC 6960 section 2.2 wants it", async () => {
    const strict = new LiveResponder([issuer], { ...terms, nonIssued: "revoked" }, () => clock);
    const basic = basicOf(await strict.answer(ask(2)));
    expect(basic.responses[0]?.status).toEqual({ kind: "revoked", at: new Date(0), reason: "certificateHold" });
    expect(new ExtensionSet(basic.extensions).get(extendedRevoke)).toEqual({ critical: false, value: null });
  });

  it("knows the state of an expired certificate since the beginning of the CA", async () => {
    issuer.issued.set("01", { status: { kind: "good" }, notAfter: days(-1) });
    const [single] = basicOf(await live.answer(ask())).responses;
    const cutoff = new ExtensionSet(single?.extensions ?? []).get(archiveCutoff)?.value;
    expect(cutoff).toEqual(issuer.certificate.notBefore);
  });

  it("speaks until nextUpdate, and never longer than its own certificate", async () => {
    expect(await live.answer(ask())).toMatchObject({ thisUpdate: now, nextUpdate: new Date(+now + 12 * HOUR_MS) });
    const end = new Date(+now + HOUR_MS);
    issuer.delegate(end);
    expect(await live.answer(ask())).toMatchObject({ nextUpdate: end });
  });

  it("answers for several certificates of one CA in one response", async () => {
    const other = new TestServedIssuer("CN=other");
    other.issued.set("01", { status: { kind: "good" }, notAfter: days(10) });
    const both = new LiveResponder([issuer, other], terms, () => clock);
    const ids = [certId(1, new TestIssuer("CN=third").root), certId(1), certId(2), certId(1, other.certificate)];
    const { responses } = basicOf(await both.answer(encodeOcspRequest(ids)));
    expect(responses.map(({ status }) => status.kind)).toEqual(["unknown", "good", "unknown", "unknown"]);
    expect(responses.map(({ certId: { der } }) => der)).toEqual(ids);
  });

  it("is not authorized to speak of another CA's certificates", async () => {
    const request = encodeOcspRequest([certId(1, new TestIssuer("CN=CA").root)]);
    expect(await live.answer(request)).toMatchObject({ status: "unauthorized" });
    expect(await presigned.answer(request)).toMatchObject({ status: "unauthorized" });
  });

  it("accepts signed requests, whoever signed them", async () => {
    const { signer, name } = leafKey;
    const body = sequence(explicit(1, explicit(4, name.der)), sequence(sequence(certId())));
    const signature = explicit(0, sequence(signer.signatureAlgorithm.identifierDer, new Uint8Array([3, 1, 0])));
    expect(verdictOn(await live.answer(sequence(body, signature)))).toEqual({ status: "good" });
  });

  it("lets the client try later when state or signer are not there, and says when the fault is its own", async () => {
    issuer.broken = { status: new PkiError("ERR_STORE_IO", { path: "journal", reason: "EIO" }) };
    expect(await live.answer(ask())).toMatchObject({ status: "tryLater", why: "journal failed: EIO" });
    issuer.broken = { signer: new PkiError("ERR_CA_KEY_MISSING", { ca: "Acme" }) };
    expect(await live.answer(ask())).toMatchObject({ status: "tryLater" });
    issuer.broken = { signer: new Error("a mistake") };
    expect(await live.answer(ask())).toMatchObject({
      status: "internalError",
      why: expect.stringContaining("mistake"),
    });
  });
});

describe("the nonce", () => {
  const nonceIn = (answer: OcspAnswer) => new ExtensionSet(basicOf(answer).extensions).get(ocspNonce)?.value;

  it.each([1, 16, 32])("of %i octets is repeated", async (length) => {
    const asked = nonce.subarray(0, length);
    const answer = await presigned.answer(ask(1, asked));
    expect(nonceIn(answer)).toEqual(asked);
    expect(answer).toMatchObject({ shared: false });
  });

  it.each([33, 128])("of %i octets is ignored", async (length) => {
    const answer = await presigned.answer(ask(1, new Uint8Array(length)));
    expect(nonceIn(answer)).toBeUndefined();
    expect(answer).toMatchObject({ shared: true });
  });

  it.each([0, 129])("of %i octets is malformed", async (length) => {
    expect(await presigned.answer(ask(1, new Uint8Array(length)))).toMatchObject({ status: "malformedRequest" });
  });

  it("that is no OCTET STRING is malformed", async () => {
    const raw = encodeRawExtension(OID.ocspNonce, Uint8Array.of(1, 2, 3), false);
    const request = sequence(sequence(sequence(sequence(certId())), explicit(2, sequence(raw))));
    expect(await live.answer(request)).toMatchObject({ status: "malformedRequest" });
  });

  it("may be critical; an unknown extension may not", async () => {
    const withExtension = (extension: Uint8Array) =>
      sequence(sequence(sequence(sequence(certId())), explicit(2, sequence(extension))));
    const known = withExtension(encodeExtension(ocspNonce, nonce, true));
    expect(await live.answer(known)).toMatchObject({ status: "successful" });
    const unknown = withExtension(encodeRawExtension("1.2.3", Uint8Array.of(5, 0), true));
    expect(await live.answer(unknown)).toMatchObject({ status: "malformedRequest" });
  });
});

describe("pre-signed responses", () => {
  it("are signed and looked up once", async () => {
    const first = await presigned.answer(ask());
    expect(presigned.answer(ask())).toBe(first);
    expect(issuer).toMatchObject({ lookups: 1, signatures: 1 });
  });

  it("are told apart by the octets of the CertID", async () => {
    const bySha1 = await presigned.answer(ask());
    const bySha256 = await presigned.answer(encodeOcspRequest([certId(1, issuer.certificate, "sha256")]));
    expect(bySha256.der).not.toEqual(bySha1.der);
    expect(verdictOn(bySha256)).toEqual({ status: "good" });
  });

  it("are refreshed at half of their time", async () => {
    const first = await presigned.answer(ask());
    clock = new Date(+now + 6 * HOUR_MS - 1);
    expect(await presigned.answer(ask())).toBe(first);
    clock = new Date(+now + 6 * HOUR_MS);
    expect(await presigned.answer(ask())).toMatchObject({ thisUpdate: clock });
  });

  it("are looked at again after a change in the CA, and signed again only when it is theirs", async () => {
    const first = await presigned.answer(ask());
    changes.count++;
    expect(await presigned.answer(ask())).toBe(first);
    expect(issuer).toMatchObject({ lookups: 2, signatures: 1 });
    issuer.issued.set("01", { status: { kind: "revoked", at: clock, reason: "superseded" }, notAfter: days(10) });
    expect(await presigned.answer(ask())).toBe(first);
    changes.count++;
    expect(verdictOn(await presigned.answer(ask()))).toMatchObject({ status: "revoked", reason: "superseded" });
  });

  it("are not kept for what was never issued", async () => {
    await presigned.answer(ask(2));
    issuer.issued.set("02", { status: { kind: "good" }, notAfter: days(10) });
    expect(verdictOn(await presigned.answer(ask(2)), 2)).toEqual({ status: "good" });
  });

  it("stay until nextUpdate when the signer fails, and no longer", async () => {
    const first = await presigned.answer(ask());
    issuer.broken = { signer: new PkiError("ERR_CA_KEY_MISSING", { ca: "Acme" }) };
    clock = new Date(+now + 12 * HOUR_MS - 1);
    expect(await presigned.answer(ask())).toBe(first);
    clock = new Date(+now + 12 * HOUR_MS);
    expect(await presigned.answer(ask())).toMatchObject({ status: "tryLater" });
  });

  it("are not given when the state cannot be looked up after a change", async () => {
    await presigned.answer(ask());
    issuer.broken = { status: new PkiError("ERR_STORE_IO", { path: "journal", reason: "EIO" }) };
    changes.count++;
    expect(await presigned.answer(ask())).toMatchObject({ status: "tryLater" });
  });
});

describe("a hostile request", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["no certificate", sequence(sequence(sequence()))],
    ["10,000 certificates", encodeOcspRequest(Array.from({ length: 10_000 }, () => Uint8Array.of(0x30, 0)))],
    ["something else", Buffer.from("GET / HTTP/1.0\r\n\r\n")],
  ])("of %s is malformed", async (_, der) => {
    expect(await presigned.answer(der)).toMatchObject({ status: "malformedRequest" });
  });

  it("may ask for 32 certificates and not for 33", async () => {
    const many = (count: number) => encodeOcspRequest(Array.from({ length: count }, (_, i) => certId(i + 1)));
    expect(basicOf(await live.answer(many(32))).responses).toHaveLength(32);
    expect(await live.answer(many(33))).toMatchObject({ status: "malformedRequest" });
  });

  it("cut short anywhere is malformed", async () => {
    const request = ask(1, nonce);
    for (let length = 0; length < request.length; length++)
      expect(await presigned.answer(request.subarray(0, length))).toMatchObject({ status: "malformedRequest" });
  });

  it("gets an OCSP response whatever its octets are, and never an internal error", async () => {
    const request = ask(1, nonce);
    const change = fc.tuple(fc.nat(request.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (edits) => {
        const bytes = Uint8Array.from(request);
        for (const [at, value] of edits) bytes[at] = value;
        const answer = await presigned.answer(bytes);
        expect(parseOcspResponse(answer.der).status).toBe(answer.status);
        expect(answer.status).not.toBe("internalError");
      }),
    );
  });

  it("with a CertID of its own making is answered and not kept", async () => {
    const algorithm = sequence(oid(OID.sha1), octetString(new Uint8Array(200)));
    const odd = sequence(algorithm, certId().subarray(2 + 11)); // after its header and the AlgorithmIdentifier
    for (const count of [1, 2]) {
      const answer = await presigned.answer(encodeOcspRequest([odd]));
      expect(basicOf(answer).responses[0]).toMatchObject({ status: { kind: "good" }, certId: { der: odd } });
      expect(issuer.signatures).toBe(count);
    }
  });
});
