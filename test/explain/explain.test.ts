import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import { lookUp } from "../../src/explain/look-up.ts";
import { x509Errors } from "../../src/explain/messages/x509-errors.ts";

const headline = (text: string) => explain(text).candidates[0]?.fault;

/** One message of each kind of client, and its headline. */
const messages: readonly (readonly [producer: string, fault: string, text: string])[] = [
  [
    "python-ssl",
    "expired-leaf",
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)",
  ],
  ["curl", "untrusted-root-sent", "curl: (60) SSL certificate problem: self-signed certificate in certificate chain"],
  [
    "openssl",
    "missing-intermediate",
    "verify error:num=20:unable to get local issuer certificate\nverify error:num=21:unable to verify the first certificate",
  ],
  [
    "go",
    "not-yet-valid-leaf",
    'Get "https://localhost/": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-23T07:24:29Z is before 2026-11-28T07:24:25Z',
  ],
  ["go", "partial-wildcard", "x509: certificate is valid for loc*, not localhost"],
  [
    "java",
    "wrong-host",
    "javax.net.ssl.SSLHandshakeException: No subject alternative DNS name matching localhost found.",
  ],
  [
    "node",
    "bare-wildcard",
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:*",
  ],
  ["chromium", "expired-leaf", "NET::ERR_CERT_DATE_INVALID"],
  ["firefox", "dup-serial-b", "SEC_ERROR_REUSED_ISSUER_AND_SERIAL"],
  [
    "rustls",
    "wrong-host",
    'invalid peer certificate: certificate not valid for name "localhost"; certificate is only valid for DnsName("other.test")',
  ],
  [
    "dotnet",
    "missing-intermediate",
    "System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: PartialChain",
  ],
  ["schannel", "expired-leaf", "schannel: SEC_E_CERT_EXPIRED (0x80090328)"],
  ["apple", "wrong-host", "Error Domain=NSOSStatusErrorDomain Code=-67602"],
  [
    "postgres",
    "wrong-host",
    'psql: error: connection to server at "db" failed: server certificate for "a" does not match host name "b"',
  ],
  [
    "nginx",
    "client-expired",
    "client SSL certificate verify error: (10:certificate has expired) while reading client request headers, client: 10.0.0.1",
  ],
  [
    "nginx",
    "client-unknown-ca",
    "client SSL certificate verify error: (20:unable to get local issuer certificate) while reading client request headers",
  ],
  [
    "nginx",
    "client-missing-intermediate",
    "client SSL certificate verify error: (21:unable to verify the first certificate) while reading client request headers",
  ],
  ["nginx", "client-revoked", "client SSL certificate verify error: (23:certificate revoked)"],
  ["apache", "client-expired", "AH02039: Certificate Verification: Error (10): certificate has expired"],
  [
    "go-server",
    "client-unknown-ca",
    "http: TLS handshake error from 10.0.0.1:3333: tls: failed to verify certificate: x509: certificate signed by unknown authority",
  ],
  ["go", "client-certificate-missing", "remote error: tls: bad certificate"],
  ["openssl", "client-certificate-missing", "400 No required SSL certificate was sent"],
  ["schannel", "untrusted-root-sent", "ERROR_INTERNET_INVALID_CA"],
  ["schannel", "untrusted-root-sent", "HRESULT -2146762487"],
  ["schannel", "alert-handshake-failure", "WinHttpSendRequest failed: 0x80072F8F"],
  ["openssl", "no-shared-cipher", "SSL routines::no shared cipher"],
  ["java", "sha1-signature", "Algorithm constraints check failed on signature algorithm: SHA1withRSA"],
  [
    "curl",
    "ip-no-ip-san",
    "curl: (60) SSL: no alternative certificate subject name matches target ipv4 address '10.0.0.5'",
  ],
  ["openssl", "expired-leaf", "X509_V_ERR_CERT_HAS_EXPIRED"],
  ["go", "closes-on-hello", "*errors.errorString: EOF"],
  [
    "nginx",
    "missing-intermediate",
    "SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking, client: 10.0.0.1",
  ],
];

it.each(messages)("%s: %s", (producer, fault, text) => {
  const { candidates, producer: found } = explain(text);
  expect(found).toBe(producer);
  expect(candidates[0]?.fault).toBe(fault);
});

describe("texts of other versions", () => {
  const same: readonly (readonly [string, string])[] = [
    ["self signed certificate", "self-signed certificate"],
    ["self signed certificate in certificate chain", "self-signed certificate in certificate chain"],
    ["unsupported certificate purpose", "unsuitable certificate purpose"],
    ["verify error:num=24:invalid CA certificate", "verify error:num=79:invalid CA certificate"],
    ["Different CRL scope", "different CRL scope"],
    ["Path Loop", "path loop"],
    ["Hostname mismatch", "hostname mismatch"],
    ["ssl/tls alert handshake failure", "sslv3 alert handshake failure"],
    ["ssl/tls alert certificate expired", "sslv3 alert certificate expired"],
    ["certificate is not yet valid or the system clock is incorrect", "certificate is not yet valid"],
    ["tls_get_more_records:packet length too long", "ssl3_get_record:wrong version number"],
  ];
  it.each(same)("%s is %s", (older, newer) => {
    expect(headline(older)).toBe(headline(newer));
    expect(headline(older)).toBeDefined();
  });

  it.each(x509Errors.map(([number, constant, text]) => [number, constant, text] as const))(
    "number %i, %s, is known in any case and hyphenation",
    (_, constant, text) => {
      const { means } = explain(`verify error: ${text}`);
      expect(means).not.toContain("nothing in this text");
      expect(explain(text.toUpperCase().replaceAll("-", " ")).means).toBe(explain(text).means);
      expect(explain(`X509_V_ERR_${constant}`).means).toBe(explain(text).means);
    },
  );

  it("takes no number for a message", () => {
    for (const text of ["10", "code 20", "exit status 60", "port 9814", "error 62"])
      expect(explain(text).candidates).toEqual([]);
  });
});

describe("whatever is around a message", () => {
  const message = fc.constantFrom(...messages);
  const line = fc.constantFrom(
    "",
    "Traceback (most recent call last):",
    "INFO starting",
    "    at Object.<anonymous> (app.js:3:1)",
    "retrying in 5 s",
  );
  const wrappers: readonly ((text: string) => string)[] = [
    (text) => `\u001b[31m${text}\u001b[0m`,
    (text) => `\\u001B[31m${text}\\u001B[0m`,
    (text) => `^[[31m${text}^[[0m`,
    (text) => `#033[1;31m${text}#033[0m`,
    (text) => `[31m${text}[0m`,
    (text) =>
      text
        .split("\n")
        .map((it) => `2026-11-23T07:24:29.123Z ERROR ${it}`)
        .join("\n"),
    (text) =>
      text
        .split("\n")
        .map((it) => `web-1  | ${it}`)
        .join("\n"),
    (text) =>
      text
        .split("\n")
        .map((it) => `> ${it}`)
        .join("\n"),
    (text) => JSON.stringify({ level: "error", message: text }),
    (text) => text.replaceAll(" ", "\n"),
    (text) => text.replaceAll(" ", "\r\n  "),
  ];

  it("the headline stays", () => {
    fc.assert(
      fc.property(
        message,
        fc.array(line, { maxLength: 4 }),
        fc.array(line, { maxLength: 4 }),
        fc.constantFrom(...wrappers),
        ([, , text], before, after, wrapped) => {
          expect(headline([...before, wrapped(text), ...after].join("\n"))).toBe(headline(text));
        },
      ),
    );
  });

  it("of several errors all count", () => {
    const faults = explain("certificate has expired\nconnect: Connection refused").candidates.map(({ fault }) => fault);
    expect(faults).toEqual(expect.arrayContaining(["expired-leaf", "connection-refused"]));
  });

  it("of several errors the later ones are named", () => {
    const { also } = explain(
      "curl: (60) SSL certificate problem: certificate has expired\nconnect: Connection refused\nSSL certificate problem: certificate has expired",
    );
    expect(also).toEqual([
      { text: "connect: Connection refused", means: "nothing listens on the port", faults: ["connection-refused"] },
    ]);
  });

  it("a message in the middle of a long log is found", () => {
    const noise = "2026-11-23T07:24:29Z INFO request served in 3 ms\n".repeat(60_000);
    expect(headline(`${noise}curl: (60) SSL certificate problem: certificate has expired\n${noise}`)).toBe(
      "expired-leaf",
    );
  });
});

describe("hostile pastes", () => {
  const size = 10_000_000;
  const fill = (text: string) => text.repeat(Math.ceil(size / text.length));
  const octets = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
  it.each([
    ["letters", "x"],
    ["words", "a "],
    ["line breaks", "\n"],
    ["backslashes", "\\"],
    ["colours", "\u001b[31m"],
    ["cut escapes", "\u001b["],
    ["titles", "\u001b]"],
    ["prefixes", "npm error "],
    ["dates", "2026-11-23T07:24:29Z ERROR "],
    ["the start of a message", "certificate verify "],
    ["a message", "certificate verify failed: "],
    ["lists of names", "is not in the cert's altnames: "],
    ["addresses", "https://"],
    ["octets", octets.toString("latin1")],
    ["octets that are no text", octets.toString("utf8")],
  ])("10 MB of %s take no more than a second of work", (_, text) => {
    const paste = fill(text);
    const before = process.cpuUsage();
    expect(lookUp(paste)).toBeUndefined();
    explain(paste);
    const { user } = process.cpuUsage(before);
    expect(user).toBeLessThan(1_000_000);
  });

  it("any text has an answer", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof explain(text).text === "string"));
  });
});

describe("the answer", () => {
  it("fills the place of the call into the probe, and names this program's own switches", () => {
    const { probe, candidates, never } = explain(
      "requests.exceptions.SSLError: HTTPSConnectionPool(host='db.test', port=8443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)')))",
    );
    expect(probe?.command).toBe("rootcause verify db.test:8443");
    expect(probe?.separates).toEqual(expect.arrayContaining(["missing-intermediate", "untrusted-root-not-sent"]));
    expect(JSON.stringify(candidates.find(({ fault }) => fault === "untrusted-root-not-sent")?.fix)).toContain(
      "REQUESTS_CA_BUNDLE",
    );
    expect(never).toEqual(["verify=False: use verify='ca.pem'"]);
  });

  it("looks at the place that is nearest to the message", () => {
    const { probe } = explain(
      "GET https://other.test:1 200\ncurl: (60) SSL certificate problem: unable to get local issuer certificate\nwhile loading https://near.test:2/",
    );
    expect(probe?.command).toContain("near.test:2");
  });

  it("advises trust against the shortcut only where trust is what lacks", () => {
    expect(explain("curl: (60) SSL certificate problem: certificate has expired").never).toEqual([
      "-k, --insecure: mend expired-leaf instead",
    ]);
  });

  it("has confidences that are shares of one whole, the greatest first", () => {
    const shares = explain("unable to get local issuer certificate").candidates.map(({ confidence }) => confidence);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  });

  it("tells plain HTTP to a TLS port from TLS to a plain port", () => {
    for (const text of [
      "Client sent an HTTP request to an HTTPS server.",
      "The plain HTTP request was sent to HTTPS port",
    ])
      expect(explain(text)).toMatchObject({ means: expect.stringContaining("say https://"), candidates: [] });
  });

  it("takes the end of a here-document for no message", () => {
    expect(explain("cat <<EOF >ca.pem\nhello\nEOF").candidates).toEqual([]);
  });

  it("says so when it knows nothing", () => {
    expect(explain("hello world")).toEqual({
      producer: "unknown",
      text: "hello world",
      means: "nothing in this text is a message that rootcause knows",
      candidates: [],
      probe: undefined,
      never: [],
      also: [],
    });
  });
});
