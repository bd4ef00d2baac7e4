import { connect } from "node:net";
import type { TLSSocket } from "node:tls";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestCa, type TestFiles } from "../../../src/testing.ts";
import type { Prologue } from "../../../src/tls/starttls/prologue.ts";
import { prologues } from "../../../src/tls/starttls/prologues.ts";
import { servePrologue } from "../../../src/tls/starttls/serve-prologue.ts";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import { meet } from "../loopback.ts";
import { isMissing, runClient } from "../run-client.ts";
import { serveUpgraded } from "./serve-upgraded.ts";

const ca = await TestCa.create();
const leaf = ca.issue(["localhost", "127.0.0.1"]);
const byId = new Map(prologues.map((prologue) => [prologue.id, prologue]));
const prologue = (id: string) => byId.get(id) as Prologue;
let files: TestFiles;
beforeAll(async () => {
  files = await leaf.writeFiles();
});
afterAll(() => files.remove());

/** Sends these octets in the clear and stays until the server leaves; what it said. */
async function talk(id: string, octets: string | Uint8Array): Promise<{ seen: string; outcome: boolean }> {
  return meet(
    (socket) => servePrologue(socket, prologue(id)),
    async ({ port }) => {
      const client = connect(port, "127.0.0.1").on("error", () => {});
      let said = "";
      client.setEncoding("latin1").on("data", (chunk) => {
        said += chunk;
      });
      client.write(octets);
      await new Promise((resolve) => client.once("close", resolve));
      return said;
    },
  );
}

describe.each(prologues.map(({ id }) => id))("%s", (id) => {
  const openssl = (port: number, ...args: readonly string[]) =>
    runClient("openssl", ["s_client", "-brief", "-CAfile", files.root, "-connect", `localhost:${port}`, ...args]);

  it("leads OpenSSL to TLS 1.3", async () => {
    const { seen, outcome } = await meet(
      (socket) => serveUpgraded(socket, prologue(id), leaf.server),
      ({ port }) => openssl(port, "-starttls", id),
    );
    expect(seen.output).toContain("Protocol version: TLSv1.3");
    expect(seen.output).toContain("Verification: OK");
    expect(outcome).toBe(true);
  });

  it("leads OpenSSL to the scripted server", async () => {
    const { seen, outcome } = await meet(
      async (socket) => {
        expect(await servePrologue(socket, prologue(id))).toBe(true);
        return serveWire(socket, { chain: [leaf.certificate.der], key: leaf.key, corruptSignature: true });
      },
      ({ port }) => openssl(port, "-starttls", id),
    );
    expect(seen.output).toContain("bad signature");
    expect(outcome).toMatchObject({ ending: "alert-received", alert: 51 });
  });

  it("is no TLS to a client that does not ask for it", async () => {
    const { seen, outcome } = await meet(
      (socket) => servePrologue(socket, prologue(id)),
      ({ port }) => openssl(port),
    );
    const speaksFirst = prologue(id).greeting !== undefined;
    expect(seen.output).toContain(speaksFirst ? "wrong version number" : "unexpected eof while reading");
    expect(outcome).toBe(false);
  });

  it("ends well, whatever is said to it", async () => {
    const said = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ maxLength: 60 }).map((text) => Buffer.from(text)),
    );
    const harmless = async (octets: Uint8Array): Promise<void> => {
      const { outcome } = await meet(
        (socket) => servePrologue(socket, prologue(id)),
        async ({ port }) => {
          const client = connect(port, "127.0.0.1").on("error", () => {});
          client.resume().end(octets);
          await new Promise((resolve) => client.once("close", resolve));
        },
      );
      expect(outcome).toBe(false);
    };
    await fc.assert(fc.asyncProperty(said, harmless), { numRuns: 20 });
  });
});

describe("a client that stays in the clear", () => {
  it.each([
    ["smtp", "EHLO me\r\nMAIL FROM:<a@b>\r\nQUIT\r\n", ["250 STARTTLS", "530 ", "221 "]],
    ["imap", "a1 CAPABILITY\r\na2 LOGIN a b\r\n\r\na3 LOGOUT\r\n", ["* CAPABILITY", "a2 NO [PRIV", "* BAD", "a3 OK"]],
    ["pop3", "CAPA\r\nUSER a\r\nQUIT\r\n", ["STLS\r\n.\r\n", "-ERR use STLS first", "+OK Bye"]],
    ["ftp", "FEAT\r\nUSER a\r\nAUTH SSL\r\nQUIT\r\n", [" AUTH TLS\r\n", "530 ", "504 ", "221 "]],
    ["xmpp", "<stream:stream version='1.0'></stream:stream>", ["<starttls", "<required/>", "</stream:stream>"]],
    ["postgres", Buffer.from("0000000804d216300000001004d2162e", "hex"), ["N"]],
    ["postgres", Buffer.from("0000005000030000", "hex"), ["E", "no encryption"]],
    ["mysql", Buffer.from(`500000010002000000${"00".repeat(80)}`, "hex"), ["8.0.0-lab", "insecure transport"]],
    ["ldap", Buffer.from("300c020101600702010304008000" + "30050201024200", "hex"), ["\x61\x07\x0a\x01\x0d"]],
  ])("gets from %s an answer to %j", async (id, octets, expected) => {
    const { seen, outcome } = await talk(id, octets);
    for (const words of expected) expect(seen).toContain(words);
    expect(outcome).toBe(false);
  });

  it("may not talk for ever", async () => {
    const { seen, outcome } = await talk("smtp", "NOOP\r\n".repeat(30));
    expect(seen.match(/250/g)).toHaveLength(20);
    expect(outcome).toBe(false);
    expect((await talk("smtp", "x".repeat(1025))).seen).toBe("220 localhost ESMTP ready\r\n");
  });

  it("may not be silent for ever", async () => {
    const { outcome } = await meet(
      (socket) => servePrologue(socket, prologue("imap"), { timeoutMs: 50 }),
      ({ port }) => new Promise((resolve) => connect(port, "127.0.0.1").resume().once("close", resolve)),
    );
    expect(outcome).toBe(false);
  });
});

describe.skipIf(isMissing("python3"))("Python", () => {
  /** Answers every command in the same way; `TAG` stands for the command's first word. */
  const answering = (reply: string) => (secured: TLSSocket) => {
    secured.setEncoding("latin1");
    secured.on("data", (command: string) =>
      secured.write(`${reply.replace("TAG", command.split(" ", 1)[0] ?? "")}\r\n`),
    );
  };

  it.each([
    ["smtp", "import smtplib; c = smtplib.SMTP('localhost', port); c.starttls(context=context)", "221 Bye"],
    [
      "imap",
      "import imaplib; c = imaplib.IMAP4('localhost', port); c.starttls(context)",
      "* CAPABILITY IMAP4rev1\r\nTAG OK done",
    ],
    ["pop3", "import poplib; c = poplib.POP3('localhost', port); c.stls(context)", "+OK Bye"],
    ["ftp", "import ftplib; c = ftplib.FTP_TLS(context=context); c.connect('localhost', port); c.auth()", "221 Bye"],
  ])("upgrades %s", async (id, script, reply) => {
    const { seen, outcome } = await meet(
      (socket) => serveUpgraded(socket, prologue(id), leaf.server, answering(reply)),
      ({ port }) => {
        const start = `import ssl; port = ${port}; context = ssl.create_default_context(cafile='${files.root}')`;
        return runClient("python3", ["-c", `${start}\n${script}\nprint(c.sock.version())`]);
      },
    );
    expect(seen).toMatchObject({ status: 0, output: expect.stringContaining("TLSv1.3") });
    expect(outcome).toBe(true);
  });
});

describe.skipIf(isMissing("psql"))("psql", () => {
  const url = (port: number, mode: string) =>
    `postgresql://localhost:${port}/lab?sslmode=${mode}&sslrootcert=${files?.root}&connect_timeout=10`;

  it("verifies the certificate before anything else", async () => {
    const stranger = (await TestCa.create()).issue("localhost");
    const { seen } = await meet(
      (socket) => serveUpgraded(socket, prologue("postgres"), stranger.server),
      ({ port }) => runClient("psql", [url(port, "verify-full"), "-c", "select 1"]),
    );
    expect(seen.output).toContain("SSL error: certificate verify failed");
  });

  it("is refused in the clear", async () => {
    const { seen } = await meet(
      (socket) => servePrologue(socket, prologue("postgres")),
      ({ port }) => runClient("psql", [url(port, "disable"), "-c", "select 1"]),
    );
    expect(seen.output).toContain("no pg_hba.conf entry for this host, no encryption");
  });
});
