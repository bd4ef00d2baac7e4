import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { type HttpFetchOptions, httpFetch } from "../../../src/revocation/fetch/http-fetch.ts";
import { listen, nobody } from "./loopback.ts";

const signal = new AbortController().signal;

async function outcome(url: string, options: Partial<HttpFetchOptions> = {}): Promise<string> {
  const { body, problem } = await httpFetch(url, { maxBytes: 1000, timeoutMs: 5000, signal, ...options });
  return problem ?? Buffer.from(body).toString();
}

describe("httpFetch", () => {
  it("gets and posts", async () => {
    const url = await listen(async (request, response) => {
      response.end(`${request.method} ${request.headers["content-type"] ?? ""} ${await text(request)}`.trim());
    });
    expect(await outcome(url)).toBe("GET");
    const post = { contentType: "application/ocsp-request", body: Buffer.from("question") };
    expect(await outcome(url, { post })).toBe("POST application/ocsp-request question");
  });

  it("follows three redirects and no more", async () => {
    const url = await listen(({ url = "/" }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) response.end("there");
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await outcome(`${url}/3`)).toBe("there");
    expect(await outcome(`${url}/4`)).toBe("redirects more than 3 times");
  });

  it("speaks plain HTTP alone, also after a redirect", async () => {
    const reason = "is not asked: to trust an https server one would need what it hands out";
    expect(await outcome("https://localhost/a.crl")).toBe(reason);
    expect(await outcome("ldap://localhost/cn=CA")).toBe("is not asked: only http is, and not ldap");
    expect(await outcome("file:///etc/passwd")).toBe("is not asked: only http is, and not file");
    expect(await outcome("a.crl")).toBe("is no address");
    const url = await listen((_, response) => response.writeHead(301, { location: "https://localhost/b.crl" }).end());
    expect(await outcome(url)).toBe(`redirects to https://localhost/b.crl, which ${reason}`);
  });

  it("tells why there is nothing", async () => {
    expect(await outcome(await listen((_, response) => response.writeHead(404).end("none")))).toBe("answers HTTP 404");
    expect(await outcome(await nobody())).toBe("refuses the connection");
    expect(await outcome(await listen(({ socket }) => socket.destroy()))).toBe("hangs up");
    expect(await outcome(await listen((_, response) => response.end(Buffer.alloc(1001))))).toBe(
      "sends more than 1000 octets",
    );
  });

  it("survives servers that do not keep to HTTP", async () => {
    const raw = (answer: string) => listen(({ socket }) => socket.end(answer));
    expect(await outcome(await raw("EHLO\r\n\r\n"))).toMatch(/^cannot be read: Parse Error/);
    expect(await outcome(await raw(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`))).toMatch(/^cannot be read/);
    expect(await outcome(await raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))).toBe("hangs up");
    expect(await outcome(await raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))).toBe("hangs up");
    expect(await outcome(await raw("HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n"))).toBe(
      "redirects to http://[, which is no address",
    );
  });

  it("does not wait for ever, neither for the first octet nor for the last", async () => {
    const silent = await listen(() => undefined);
    expect(await outcome(silent, { timeoutMs: 50 })).toBe("does not answer within 0.05 s");
    const slow = await listen((_, response) => response.writeHead(200).write("the first half"));
    expect(await outcome(slow, { timeoutMs: 50 })).toBe("does not answer within 0.05 s");
    const aborted = AbortSignal.timeout(50);
    expect(await outcome(silent, { signal: aborted })).toBe("does not answer in the time that was left");
  });
});
