import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCertificates } from "../../src/x509/certificate-file.ts";
import { encodePem, looksLikePem, parsePem } from "../../src/x509/pem.ts";
import { sampleCertificate } from "./sample-certificate.ts";

const der = sampleCertificate();
const pem = encodePem("CERTIFICATE", der);
const lastLine = pem.trimEnd().split("\n").length;

describe("PEM", () => {
  it("survives both ways, in lines of 64", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodePem("X", bytes);
        expect(parsePem(text)).toEqual([{ label: "X", der: bytes, headers: {}, explanatory: "", line: 1 }]);
        for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("is what OpenSSL writes", () => {
    expect(execFileSync("openssl", ["x509", "-inform", "DER"], { input: der, encoding: "utf8" })).toBe(pem);
  });

  it.each([
    ["CRLF", pem.replaceAll("\n", "\r\n")],
    ["CR alone", pem.replaceAll("\n", "\r")],
    ["a byte order mark", `\ufeff${pem}`],
    ["indentation", pem.replaceAll(/^/gm, "  ")],
    ["trailing spaces", pem.replaceAll("\n", "  \n")],
    ["blank lines", pem.replaceAll("\n", "\n\n")],
    ["one long line", pem.replace(/(?<=[^-])\n(?=[^-])/g, "")],
    ["no newline at the end", pem.trimEnd()],
  ])("may have %s", (_, text) => {
    expect(parsePem(text)[0]?.der).toEqual(der);
    expect(parsePem(Buffer.from(text))[0]?.der).toEqual(der);
  });

  it("may have text around and many blocks", () => {
    const text = `Subject: a\n  Issuer: b\n${pem}\nbetween\n${pem}after`;
    const second = text.slice(0, text.lastIndexOf("-----BEGIN")).split("\n").length;
    expect(parsePem(text).map(({ explanatory, line }) => [explanatory, line])).toEqual([
      ["Subject: a\n  Issuer: b", 3],
      ["between", second],
    ]);
  });

  it("may have the headers of an old encrypted key", () => {
    const key =
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\nAAAA\n-----END RSA PRIVATE KEY-----";
    expect(parsePem(key)[0]).toMatchObject({
      headers: { "Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-128-CBC,00FF" },
      der: Uint8Array.of(0, 0, 0),
    });
  });

  it("is an empty list when there is none", () => {
    expect(parsePem("hello")).toEqual([]);
    expect(looksLikePem(Buffer.from("hello"))).toBe(false);
    expect(looksLikePem(Buffer.from(pem))).toBe(true);
  });

  it.each([
    ["no end", pem.replace(/-----END.*/s, ""), 1, "END CERTIFICATE is missing, the file may be cut off"],
    ["another end", pem.replace("END CERTIFICATE", "END X"), lastLine, "END X closes BEGIN CERTIFICATE of line 1"],
    ["a begin inside", pem.replace(/-----END.*/s, pem), lastLine, "a block begins before END CERTIFICATE of line 1"],
    ["other characters", pem.replace("\nMI", "\nM*"), 2, "it is not base64"],
    ["a lost character", pem.replace("\nMI", "\nM"), 2, "the base64 is incomplete"],
    ["padding in the middle", "-----BEGIN X-----\nAA==\nAAAA\n-----END X-----", 2, "the base64 is incomplete"],
  ])("with %s is refused", (_, text, line, why) => {
    expect(() => parsePem(text)).toThrowError(expect.objectContaining({ code: "ERR_PEM", facts: { line, why } }));
  });
});

describe("the certificates of a file", () => {
  it("are PEM blocks or one DER", () => {
    expect(readCertificates(Buffer.from(pem + pem)).map((certificate) => certificate.der)).toEqual([der, der]);
    expect(readCertificates(der)[0]?.der).toEqual(der);
  });

  it("are found under the old labels, and among other blocks", () => {
    const text = encodePem("X509 CERTIFICATE", der) + encodePem("PRIVATE KEY", Uint8Array.of(1));
    expect(readCertificates(Buffer.from(text))).toHaveLength(1);
  });

  it("are read from OpenSSL's TRUSTED CERTIFICATE, whose trust settings are left out", () => {
    const folder = mkdtempSync(join(tmpdir(), "rootcause-pem-"));
    try {
      const file = join(folder, "trusted.pem");
      writeFileSync(join(folder, "plain.pem"), pem);
      execFileSync("openssl", [
        "x509",
        "-in",
        join(folder, "plain.pem"),
        "-trustout",
        "-addtrust",
        "serverAuth",
        "-out",
        file,
      ]);
      const trusted = readFileSync(file);
      expect(trusted.toString()).toContain("BEGIN TRUSTED CERTIFICATE");
      expect(readCertificates(trusted)[0]?.der).toEqual(der);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are missed by name when there are none", () => {
    expect(() => readCertificates(Buffer.from(encodePem("PRIVATE KEY", Uint8Array.of(1))))).toThrowError(
      expect.objectContaining({ code: "ERR_PEM_NO_CERTIFICATE", facts: { labels: "PRIVATE KEY" } }),
    );
  });
});
