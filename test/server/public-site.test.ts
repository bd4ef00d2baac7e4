import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { encodeCertId } from "../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../src/revocation/ocsp/check-ocsp.ts";
import { encodeOcspRequest } from "../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../src/revocation/ocsp/ocsp-response.ts";
import { LiveResponder } from "../../src/revocation/respond/live-responder.ts";
import { PresignedResponder } from "../../src/revocation/respond/presigned-responder.ts";
import { HttpServer } from "../../src/server/http-server.ts";
import { OcspEndpoint } from "../../src/server/ocsp-endpoint.ts";
import { publicSite } from "../../src/server/public-site.ts";
import { PublicationEndpoint } from "../../src/server/publication-endpoint.ts";
import type { Publication } from "../../src/server/publications.ts";
import { TestServedIssuer } from "../revocation/respond/test-served-issuer.ts";
import { days, now, TestIssuer } from "../revocation/test-issuer.ts";

const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), "rootcause-site-"));
afterAll(() => rmSync(folder, { recursive: true }));

const crl = Buffer.alloc(200_000, "CRL");
writeFileSync(join(folder, "acme.crl"), crl);
const published: Readonly<Record<string, Publication>> = {
  "acme.crl": {
    contentType: "application/pkix-crl",
    lastModified: days(-1),
    expires: days(1),
    maxAge: 86_400,
    etag: '"7"',
    content: { path: join(folder, "acme.crl"), size: crl.length },
  },
  "acme.cer": {
    contentType: "application/pkix-cert",
    lastModified: days(-1),
    expires: days(9),
    maxAge: 3600,
    etag: '"8"',
    content: Buffer.from("certificate"),
  },
  "gone.crl": {
    contentType: "application/pkix-crl",
    lastModified: days(-1),
    expires: days(1),
    maxAge: 86_400,
    etag: '"9"',
    content: { path: join(folder, "gone.crl"), size: 9 },
  },
};

let issuer: TestServedIssuer;
let clock: Date;
let base: string;
let server: HttpServer;
let failures: unknown[];

async function start(limits = { requestTimeoutMs: 10_000, maxConnections: 100 }): Promise<void> {
  const live = new LiveResponder([issuer], { validityMs: 12 * HOUR_MS, nonIssued: "unknown" }, () => clock);
  const ocsp = new OcspEndpoint(
    new PresignedResponder(live, { count: 0 }, () => clock),
    () => clock,
    ({ why }) => failures.push(why),
  );
  const publications = new PublicationEndpoint({ find: async (name) => published[name] }, () => clock);
  failures = [];
  const site = publicSite({ ocsp, publications, onFailure: (error) => failures.push(error) });
  server = await HttpServer.start(site, { host: "127.0.0.1", port: 0, limits });
  base = server.url;
}

beforeEach(async () => {
  issuer = new TestServedIssuer();
  issuer.issued.set("01", { status: { kind: "good" }, notAfter: days(10) });
  clock = now;
  await start();
  return () => server.stop();
});

const nonce = new Uint8Array(32).fill(7);
const request = (serial = 1, asked?: Uint8Array) =>
  encodeOcspRequest([encodeCertId("sha1", issuer.certificate, Uint8Array.of(serial))], asked);
const base64 = (der: Uint8Array) => Buffer.from(der).toString("base64");

function post(body: Uint8Array | string, type = "application/ocsp-request", path = "/ocsp"): Promise<Response> {
  const bytes = typeof body === "string" ? body : new Uint8Array(body);
  return fetch(base + path, { method: "POST", body: bytes, headers: { "content-type": type } });
}

async function statusOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/ocsp-response");
  const answer = parseOcspResponse(new Uint8Array(await response.arrayBuffer()));
  if (answer.status !== "successful") return answer.status;
  const certificate = issuer.ca.certify(new TestIssuer("CN=leaf"), { serial: 1 });
  return checkOcsp(answer, { certificate, issuer: issuer.certificate }, { at: clock }).status;
}

describe("OCSP over HTTP", () => {
  it("answers POST, at any address that a proxy may leave", async () => {
    for (const path of ["/ocsp", "/ocsp/", "/pki/ocsp", "/", "/ocsp?x"])
      expect(await statusOf(await post(request(), undefined, path))).toBe("good");
  });

  it("answers GET with the path in base64, percent-encoded or not", async () => {
    const path = base64(request());
    for (const encoded of [path, encodeURIComponent(path), path.replaceAll("=", "%3d")])
      for (const prefix of ["/ocsp/", "/pki/ocsp/", "/"])
        expect(await statusOf(await fetch(base + prefix + encoded))).toBe("good");
  });

  it("lets caches keep what is the same for all, until nextUpdate", async () => {
    clock = new Date(+now + HOUR_MS);
    const url = `${base}/ocsp/${encodeURIComponent(base64(request()))}`;
    const first = await fetch(url);
    const { headers } = first;
    expect(headers.get("cache-control")).toBe("max-age=43200, public, no-transform, must-revalidate");
    expect(headers.get("expires")).toBe("Mon, 02 Mar 2026 01:00:00 GMT");
    expect(headers.get("last-modified")).toBe("Sun, 01 Mar 2026 13:00:00 GMT");
    clock = new Date(+now + 2 * HOUR_MS);
    const again = await fetch(url);
    expect(again.headers.get("cache-control")).toContain("max-age=39600,");
    expect(again.headers.get("etag")).toBe(headers.get("etag"));
    expect(await again.bytes()).toEqual(await first.bytes());
  });

  it("sends nothing again that the client has", async () => {
    const url = `${base}/ocsp/${base64(request())}`;
    const etag = (await fetch(url)).headers.get("etag") as string;
    for (const known of [etag, `"other", W/${etag}`, "*"]) {
      const { status, headers } = await fetch(url, { headers: { "if-none-match": known } });
      expect([status, headers.get("etag")]).toEqual([304, etag]);
    }
    expect((await fetch(url, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("sends HEAD the same headers and nothing else", async () => {
    const response = await fetch(`${base}/ocsp/${base64(request())}`, { method: "HEAD" });
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(300);
    expect(await response.text()).toBe("");
  });

  it("lets nobody keep an answer to a nonce, an error, or that a certificate is unknown", async () => {
    for (const body of [request(1, nonce), request(2), "nonsense"])
      expect((await post(body)).headers.get("cache-control")).toBe("no-store");
  });
});

describe("a hostile client", () => {
  it.each([
    ["nothing", ""],
    ["no DER", "nonsense"],
    ["half a request", Buffer.alloc(20, 0x30)],
  ])("that posts %s gets malformedRequest", async (_, body) => {
    expect(await statusOf(await post(body))).toBe("malformedRequest");
  });

  it.each(["Mäh", "M%", "M%zz", "MF!?", "M".repeat(12_000), "M=A="])("that gets %s is told the same", async (path) => {
    expect(await statusOf(await fetch(`${base}/ocsp/${path}`))).toBe("malformedRequest");
  });

  it("cannot make a URL as long as it likes", async () => {
    expect((await fetch(`${base}/ocsp/${"M".repeat(20_000)}`)).status).toBe(431);
  });

  it("cannot ask for 10,000 certificates", async () => {
    const ids = Array.from({ length: 10_000 }, (_, i) =>
      encodeCertId("sha1", issuer.certificate, Uint8Array.of(1, i >> 8, i & 255)),
    );
    expect((await post(encodeOcspRequest(ids))).status).toBe(413);
    expect(await statusOf(await post(encodeOcspRequest(ids.slice(0, 100))))).toBe("malformedRequest");
    expect(issuer.lookups).toBe(0);
  });

  it("that says how long its body is, or sends it in chunks without end, is cut off", async () => {
    const said = connect(server.port, "127.0.0.1");
    said.write("POST /ocsp HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nxx");
    expect(await text(said)).toMatch(/^HTTP\/1.1 413 /);
    const chunked = connect(server.port, "127.0.0.1");
    chunked.on("error", () => {}); // it may hear of the end before it has written all
    chunked.write("POST /ocsp HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    chunked.write(`5000\r\n${"x".repeat(0x5000)}\r\n`);
    expect(String((await once(chunked, "data"))[0])).toMatch(/^HTTP\/1.1 413 /);
    await once(chunked, "close");
  });

  it("that sends its body slowly is not waited for", async () => {
    await server.stop();
    await start({ requestTimeoutMs: 200, maxConnections: 100 });
    const slow = connect(server.port, "127.0.0.1");
    slow.write("POST /ocsp HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
    const drip = setInterval(() => slow.write("x"), 20);
    onTestFinished(() => clearInterval(drip));
    slow.on("error", () => {}); // the next drop finds nobody
    expect(String((await once(slow, "data"))[0])).toMatch(/^HTTP\/1.1 408 /);
    await once(slow, "close");
    expect(failures).toEqual([]);
  });

  it("that hangs up is no failure", async () => {
    const gone = connect(server.port, "127.0.0.1");
    gone.write("POST /ocsp HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nxx", () => gone.destroy());
    await once(gone, "close");
    expect(await statusOf(await post(request()))).toBe("good");
    expect(failures).toEqual([]);
  });

  it("that opens too many connections is left outside", async () => {
    await server.stop();
    await start({ requestTimeoutMs: 10_000, maxConnections: 2 });
    const sockets = [0, 1, 2].map(() => connect(server.port, "127.0.0.1").on("error", () => {}));
    onTestFinished(() => sockets.forEach((socket) => void socket.destroy()));
    await once(sockets[2] as (typeof sockets)[0], "close");
  });

  it("is told what it did wrong in HTTP", async () => {
    expect((await post(request(), "text/plain")).status).toBe(415);
    expect((await post(request(), undefined, "/elsewhere")).status).toBe(404);
    const put = await fetch(`${base}/ocsp`, { method: "PUT" });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect((await fetch(`${base}/ocsp`)).status).toBe(404);
    expect(await statusOf(await post(request(), "Application/OCSP-Request; charset=x"))).toBe("good");
  });
});

describe("publications", () => {
  it("are CRLs and CA certificates with their types, below any path", async () => {
    for (const prefix of ["", "/pki"]) {
      const list = await fetch(`${base}${prefix}/crl/acme.crl`);
      expect(list.headers.get("content-type")).toBe("application/pkix-crl");
      expect(list.headers.get("cache-control")).toBe("max-age=86400, public, no-transform, must-revalidate");
      expect(Buffer.from(await list.arrayBuffer()).equals(crl)).toBe(true);
      const certificate = await fetch(`${base}${prefix}/ca/acme.cer`);
      expect(certificate.headers.get("content-type")).toBe("application/pkix-cert");
      expect(certificate.headers.get("cache-control")).toContain("max-age=3600,");
      expect(await certificate.text()).toBe("certificate");
    }
  });

  it("are not sent again, nor for HEAD", async () => {
    const url = `${base}/crl/acme.crl`;
    expect((await fetch(url, { headers: { "if-none-match": '"7"' } })).status).toBe(304);
    const head = await fetch(url, { method: "HEAD" });
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["200000", ""]);
  });

  it.each(["/crl/other.crl", "/crl/..%2fsecret.crl", "/crl/", "/", "/ca/a/b.cer"])("are not at %s", async (path) => {
    expect((await fetch(base + path)).status).toBe(404);
  });

  it("whose file is gone are a failure of ours, and somebody hears of it", async () => {
    expect((await fetch(`${base}/crl/gone.crl`)).status).toBe(500);
    expect(failures).toMatchObject([{ code: "ENOENT" }]);
  });
});

describe("the server", () => {
  it("says when it cannot listen", async () => {
    const options = { host: "127.0.0.1", port: server.port };
    await expect(HttpServer.start(() => {}, options)).rejects.toMatchObject({ code: "ERR_LISTEN" });
  });

  it("lets an answer under way finish when it stops", async () => {
    const answer = fetch(`${base}/crl/acme.crl`);
    const response = await answer;
    const stopped = server.stop();
    expect((await response.arrayBuffer()).byteLength).toBe(crl.length);
    await stopped;
    await start();
  });
});
