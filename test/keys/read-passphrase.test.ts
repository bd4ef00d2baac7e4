import { execFileSync, spawn } from "node:child_process";
import { chmodSync, closeSync, openSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPassphrase } from "../../src/keys/read-passphrase.ts";
import { scratchFolder } from "./openssl.ts";

const folder = scratchFolder();
const nothing = { env: {} };

function secretFile(name: string, content: string | Uint8Array, mode = 0o600): string {
  const file = folder.write(name, content);
  chmodSync(file, mode);
  return file;
}

function fails(source: Parameters<typeof readPassphrase>[0], reason: string): Promise<void> {
  const failure = { code: "ERR_PASSPHRASE_SOURCE", facts: { reason: expect.stringContaining(reason) } };
  return expect(readPassphrase(source, nothing)).rejects.toMatchObject(failure);
}

describe("a passphrase from a file", () => {
  it.each([
    ["alone", "secret"],
    ["with a newline", "secret\n"],
    ["with a Windows newline", "secret\r\nmore\r\n"],
    ["with a byte order mark", "\ufeffsecret\n"],
    ["before other lines", "secret\nanother\n"],
  ])("is its first line: %s", async (name, content) => {
    expect(await readPassphrase({ file: secretFile(name, content) }, nothing)).toBe("secret");
  });

  it("keeps its spaces and its UTF-8", async () => {
    expect(await readPassphrase({ file: secretFile("spaces", "  pässword 🔑 \n") }, nothing)).toBe("  pässword 🔑 ");
  });

  it("brings a hint when others can read it", async () => {
    const hints: string[] = [];
    const context = { env: {}, warn: (hint: string) => hints.push(hint) };
    await readPassphrase({ file: secretFile("closed", "secret", 0o600) }, context);
    expect(hints).toEqual([]);
    const open = secretFile("open", "secret", 0o644);
    expect(await readPassphrase({ file: open }, context)).toBe("secret");
    expect(hints).toEqual([expect.stringMatching(/mode 644.*chmod 600 .*open/)]);
    expect(hints.join()).not.toContain("secret");
  });

  it("fails with words", async () => {
    await fails({ file: folder.path("missing") }, "there is no such file");
    await fails({ file: folder.path("") }, "it is a folder");
    await fails({ file: secretFile("empty", "") }, "its first line is empty");
    await fails({ file: secretFile("blank", "\nsecret") }, "its first line is empty");
    await fails({ file: secretFile("latin1", Uint8Array.of(0x70, 0xe4, 0x0a)) }, "it is not UTF-8 text");
    await fails({ file: secretFile("huge", Buffer.alloc(1_000_000, "x")) }, "longer than 4096 octets");
  });

  it("may be a pipe, as shells write <(…)", () => {
    const fifo = folder.path("fifo");
    execFileSync("mkfifo", [fifo]);
    spawn("sh", ["-c", `echo secret > ${fifo}`]);
    return expect(readPassphrase({ file: fifo }, nothing)).resolves.toBe("secret");
  });
});

describe("a passphrase from elsewhere", () => {
  it("comes from a file descriptor, of which no more than the line is taken", async () => {
    const fd = openSync(secretFile("descriptor", "secret\nrest"), "r");
    expect(await readPassphrase({ fd }, nothing)).toBe("secret");
    expect(readFileSync(fd, "utf8")).toBe("rest");
    closeSync(fd);
    await fails({ fd }, "it is not open for reading");
  });

  it("comes from the environment", async () => {
    expect(await readPassphrase({ env: "CA_PASSPHRASE" }, { env: { CA_PASSPHRASE: "secret" } })).toBe("secret");
    await fails({ env: "CA_PASSPHRASE" }, "it is not set");
  });

  it("comes from the terminal, where there is one", async () => {
    const prompt = async (question: string): Promise<string> => (question === "Passphrase of root" ? "secret" : "");
    expect(await readPassphrase({ prompt: "Passphrase of root" }, { env: {}, prompt })).toBe("secret");
    const empty = { code: "ERR_PASSPHRASE_SOURCE", facts: { reason: "nothing was typed" } };
    await expect(readPassphrase({ prompt: "other" }, { env: {}, prompt })).rejects.toMatchObject(empty);
    await fails({ prompt: "Passphrase of root" }, "there is none to ask on");
  });
});
