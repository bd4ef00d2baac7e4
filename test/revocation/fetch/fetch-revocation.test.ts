import { describe, expect, it } from "vitest";
import { toHex } from "../../../src/asn1/bytes.ts";
import { OID } from "../../../src/asn1/oids.ts";
import { fetchRevocation } from "../../../src/revocation/fetch/fetch-revocation.ts";
import { ocspNonce } from "../../../src/revocation/ocsp/ocsp-nonce.ts";
import { parseOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { encodeErrorResponse } from "../../../src/revocation/respond/encode-response.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../../src/x509/extensions/authority-info-access.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { deltaCrlIndicator } from "../../../src/x509/extensions/delta-crl-indicator.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { type AnswerFacts, type ResponseFacts, responseDer } from "../ocsp/test-responder.ts";
import { days, now, TestIssuer } from "../test-issuer.ts";
import { listen, nobody } from "./loopback.ts";

const ca = new TestIssuer("CN=CA");
const stranger = new TestIssuer("CN=stranger");

/** A certificate that names these sources. */
function certificate({ ocsp = [], crl = [] }: { ocsp?: readonly string[]; crl?: readonly string[] }): Certificate {
  const uri = (value: string) => ({ kind: "uri", value }) as const;
  const extensions = [
    encodeExtension(
      authorityInfoAccess,
      ocsp.map((url) => ({ method: OID.ocsp, location: uri(url) })),
      false,
    ),
    encodeExtension(
      crlDistributionPoints,
      crl.map((url) => ({ fullName: [uri(url)] })),
      false,
    ),
  ];
  return ca.certify(new TestIssuer("CN=leaf"), { extensions: extensions.filter((_, i) => [ocsp, crl][i]?.length) });
}

async function fetched(names: Parameters<typeof certificate>[0], limits = {}) {
  const { crls, ocsp, failures } = await fetchRevocation([{ certificate: certificate(names), issuer: ca.root }], {
    at: now,
    limits,
  });
  return { crls: crls.length, ocsp: ocsp.length, failures: failures.map(({ code, detail }) => `${code}: ${detail}`) };
}

/** A responder that answers whatever is asked, and remembers what. */
async function responder(answer: (requestDer: Uint8Array) => Uint8Array | string) {
  const asked: { method: string | undefined; nonce: boolean }[] = [];
  const url = await listen((request, response) => {
    const chunks: Uint8Array[] = [];
    request
      .on("data", (chunk: Uint8Array) => chunks.push(chunk))
      .on("end", () => {
        const der =
          request.method === "GET"
            ? Buffer.from(decodeURIComponent(request.url?.slice(1) ?? ""), "base64")
            : Buffer.concat(chunks);
        asked.push({ method: request.method, nonce: parseOcspRequest(der).extensions.length > 0 });
        response.end(answer(der));
      });
  });
  return { url, asked };
}

const answering = (answer: AnswerFacts, facts: ResponseFacts = {}) =>
  responder(() => responseDer(ca, ca, { answers: [answer], ...facts }));

const unhelpful: readonly (readonly [code: string, answer: Uint8Array | string, words: string])[] = [
  ["ocsp-unknown", responseDer(ca, ca, { answers: [{ status: "unknown" }] }), "does not know this certificate"],
  ["ocsp-unknown", responseDer(ca, ca, { answers: [{ serial: 9 }] }), "does not speak of this certificate"],
  ["ocsp-expired", responseDer(ca, ca, { answers: [{ thisUpdate: days(-3), nextUpdate: days(-2) }] }), "has passed"],
  ["ocsp-unauthorized-responder", responseDer(ca, stranger), "holds no certificate of the responder"],
  ["ocsp-try-later", encodeErrorResponse("tryLater"), "answers tryLater"],
  ["ocsp-try-later", encodeErrorResponse("unauthorized"), "answers unauthorized"],
  ["malformed-der", encodePem("OCSP RESPONSE", responseDer(ca, ca)), "sends PEM, and not DER"],
  ["malformed-der", "<html>Gone fishing</html>", "sends a page of HTML"],
];

describe("fetchRevocation by OCSP", () => {
  it("takes good and revoked for an answer, and then needs no list", async () => {
    const { url, asked } = await answering({});
    expect(await fetched({ ocsp: [url], crl: [await nobody()] })).toEqual({ crls: 0, ocsp: 1, failures: [] });
    expect(asked).toEqual([{ method: "GET", nonce: true }]);
    const revoking = await answering({ status: { reason: "keyCompromise" } });
    expect(await fetched({ ocsp: [revoking.url] })).toEqual({ crls: 0, ocsp: 1, failures: [] });
  });

  it("posts what would make a long address", async () => {
    const { url, asked } = await answering({});
    expect(await fetched({ ocsp: [`${url}/${"a".repeat(100)}`] })).toMatchObject({ ocsp: 1 });
    expect(asked).toEqual([{ method: "POST", nonce: true }]);
  });

  it("asks again without a nonce where that is refused, as folders and caches do", async () => {
    const { url, asked } = await responder((der) =>
      parseOcspRequest(der).extensions.length > 0 ? encodeErrorResponse("malformedRequest") : responseDer(ca, ca),
    );
    expect(await fetched({ ocsp: [url] })).toEqual({ crls: 0, ocsp: 1, failures: [] });
    expect(asked.map(({ nonce }) => nonce)).toEqual([true, false]);
  });

  it("takes the right nonce and refuses a wrong one", async () => {
    const wrong = await answering({}, { extensions: [encodeExtension(ocspNonce, Buffer.alloc(32), false)] });
    const { failures } = await fetched({ ocsp: [wrong.url] });
    expect(failures).toEqual([
      `ocsp-nonce-mismatch: ${wrong.url}: the nonce in the response is not the one in the request`,
    ]);
    expect(wrong.asked).toHaveLength(1);
  });

  it("allows for clocks that differ by a few seconds, and not by an hour", async () => {
    const seconds = (count: number) => new Date(now.getTime() + count * 1000);
    const ahead = await answering({ thisUpdate: seconds(5) }, { producedAt: seconds(5) });
    expect(await fetched({ ocsp: [ahead.url] })).toMatchObject({ ocsp: 1 });
    const far = await answering({ thisUpdate: seconds(3600) }, { producedAt: seconds(3600) });
    expect(await fetched({ ocsp: [far.url] })).toMatchObject({
      ocsp: 0,
      failures: [
        expect.stringMatching(/^ocsp-expired: .*producedAt.* lies ahead$/),
        expect.stringContaining("thisUpdate"),
      ],
    });
  });

  it.each(unhelpful)("tells %s", async (code, answer, words) => {
    const { url } = await responder(() => answer);
    const { ocsp, failures } = await fetched({ ocsp: [url] });
    expect({ ocsp, first: failures[0] }).toEqual({ ocsp: 0, first: expect.stringContaining(`${code}: ${url}`) });
    expect(failures[0]).toContain(words);
  });

  it("turns to the list when the responder is of no use, and tells of both", async () => {
    const crl = await listen((_, response) => response.end(ca.list().der));
    const silent = await listen(() => undefined);
    expect(await fetched({ ocsp: [silent], crl: [crl] }, { ocspTimeoutMs: 50 })).toEqual({
      crls: 1,
      ocsp: 0,
      failures: [`ocsp-try-later: ${silent} does not answer within 0.05 s`],
    });
  });
});

describe("fetchRevocation by CRL", () => {
  it("fetches the list once for all certificates that name it", async () => {
    let requests = 0;
    const list = ca.list();
    const crl = await listen((_, response) => {
      requests++;
      response.end(list.der);
    });
    const one = { certificate: certificate({ crl: [crl] }), issuer: ca.root };
    const { crls, failures } = await fetchRevocation([one, { ...one }], { at: now });
    expect({ requests, crls: crls.map(toHex), failures }).toEqual({
      requests: 1,
      crls: [toHex(list.der)],
      failures: [],
    });
  });

  it("goes on to the next address until a list is usable", async () => {
    const gone = await listen((_, response) => response.writeHead(404).end());
    const stale = await listen((_, response) =>
      response.end(ca.list({ thisUpdate: days(-9), nextUpdate: days(-2) }).der),
    );
    const fresh = await listen((_, response) => response.end(ca.list().der));
    const unasked = await nobody();
    expect(await fetched({ crl: [gone, "ldap://localhost/cn=CA", stale, fresh, unasked] })).toEqual({
      crls: 2,
      ocsp: 0,
      failures: [
        `crl-missing: ${gone} answers HTTP 404`,
        "crl-missing: ldap://localhost/cn=CA is not asked: only http is, and not ldap",
      ],
    });
  });

  it("fetches the delta that the list names", async () => {
    const delta = ca.list({ extensions: [encodeExtension(deltaCrlIndicator, 1n, true)] });
    const deltaUrl = await listen((_, response) => response.end(delta.der));
    const points = [{ fullName: [{ kind: "uri", value: deltaUrl } as const] }];
    const complete = ca.list({ extensions: [encodeExtension(freshestCrl, points, false)] });
    const url = await listen((_, response) => response.end(complete.der));
    expect(await fetched({ crl: [url] })).toEqual({ crls: 2, ocsp: 0, failures: [] });
  });

  it("tells PEM from DER, and an end that never comes from a list", async () => {
    const pem = await listen((_, response) => response.end(encodePem("X509 CRL", ca.list().der)));
    expect((await fetched({ crl: [pem] })).failures).toEqual([`malformed-der: ${pem} sends PEM, and not DER`]);
    const endless = await listen((_, response) => {
      response.on("drain", () => response.write(Buffer.alloc(65_536))).write(Buffer.alloc(1 << 20));
    });
    expect((await fetched({ crl: [endless] }, { maxCrlBytes: 4 << 20 })).failures).toEqual([
      `crl-missing: ${endless} sends more than ${4 << 20} octets`,
    ]);
  });

  it("tells that there is nothing to fetch, and stops when the time is up", async () => {
    expect((await fetched({})).failures).toEqual([
      "crl-missing: the certificate names neither an OCSP responder nor a CRL",
    ]);
    const silent = await listen(() => undefined);
    const { failures } = await fetched({ ocsp: [silent], crl: [silent] }, { totalMs: 50 });
    expect(failures).toEqual([
      `ocsp-try-later: ${silent} does not answer in the time that was left`,
      `crl-missing: ${silent} does not answer in the time that was left`,
    ]);
  });
});
