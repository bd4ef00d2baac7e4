import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchAnswer } from "../../../src/cli/ca/batch-answer.ts";
import type { ListRow } from "../../../src/cli/commands/list.ts";
import { openssl } from "../../ca/openssl.ts";
import { root } from "../../house/sources.ts";
import { canMount, smallDisk } from "../../store/small-disk.ts";
import { spawnCli } from "../run-cli.ts";
import { CaFolder, type Refusal } from "./ca-folder.ts";

type Answer = Partial<BatchAnswer> & { readonly error?: Refusal };

interface Answered {
  readonly status: number;
  readonly stderr: string;
  readonly answers: readonly Answer[];
}

async function batch(folder: CaFolder, lines: readonly unknown[], ...options: readonly string[]): Promise<Answered> {
  const stdin = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  const { status, stdout, stderr } = await folder.run(["issue", "--batch", "-", ...options], { stdin });
  const answers = stdout.split("\n").filter(Boolean);
  return { status, stderr, answers: answers.map((answer) => JSON.parse(answer) as Answer) };
}

describe("issue --batch", () => {
  it("answers 200 lines in order, each with a certificate and its key", async () => {
    const folder = await CaFolder.withCa();
    const names = Array.from({ length: 200 }, (_, i) => `host-${i}.example.test`);
    const { status, stderr, answers } = await batch(
      folder,
      names.map((name) => ({ names: [name] })),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(answers.map(({ san }) => san?.[0])).toEqual(names);
    const rows = await folder.json<readonly ListRow[]>("list");
    expect(rows.map(({ serial }) => serial).toSorted()).toEqual(answers.map(({ serial }) => serial).toSorted());

    const { certificate = "", key = "", chain = "", serial = "" } = answers[77] as Answer;
    await folder.ok("ca", "export");
    writeFileSync(folder.file("cert.pem"), certificate);
    writeFileSync(folder.file("between.pem"), chain);
    const trust = ["-no-CApath", "-CAfile", folder.file("root.pem"), "-untrusted", folder.file("between.pem")];
    expect(openssl(["verify", "-x509_strict", ...trust, folder.file("cert.pem")])).toContain("OK");
    expect(openssl(["x509", "-noout", "-serial"], certificate)).toBe(`serial=${serial.toUpperCase()}\n`);
    expect(openssl(["pkey", "-pubout"], key)).toBe(openssl(["x509", "-noout", "-pubkey"], certificate));
  });

  it("takes profile, days, key and csr from a line, and what it leaves out from the options", async () => {
    const folder = await CaFolder.withCa();
    const req = [
      "req",
      "-new",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-384",
      "-nodes",
      "-keyout",
      "/dev/null",
    ];
    const csr = openssl([...req, "-subj", "/CN=own.test", "-addext", "subjectAltName=DNS:own.test"]);
    const lines = [
      { names: ["alice@example.test"], profile: "tls-client", days: 3 },
      { names: ["a.test"], key: "ed25519" },
      { csr },
      { csr, names: ["other.test"] },
      { names: ["b.test"] },
    ];
    const { status, answers } = await batch(folder, lines, "--days", "5", "--key", "rsa-2048");
    expect(status).toBe(0);
    const [alice, a, own, other, b] = answers as readonly BatchAnswer[];
    expect(alice).toMatchObject({ profile: "tls-client", san: ["alice@example.test"] });
    const text = (answer: BatchAnswer | undefined) => openssl(["x509", "-noout", "-text"], answer?.certificate);
    const days = ({ notBefore, notAfter }: BatchAnswer) =>
      (Date.parse(notAfter) - Date.parse(notBefore) + 1000) / 86_400_000;
    expect([alice, a, own].map((each) => days(each as BatchAnswer))).toEqual([3, 5, 5]);
    expect(text(a)).toContain("ED25519");
    expect(text(own)).toContain("secp384r1");
    expect(own).not.toHaveProperty("key");
    expect(other).toMatchObject({ san: ["other.test"] });
    expect(text(b)).toContain("2048 bit");
  });

  it("answers what is refused with its error, goes on, and exits with 1", async () => {
    const folder = await CaFolder.withCa();
    const pem = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n";
    const lines = [
      [{ names: ["good-1.test"] }, undefined],
      ["not json", "ERR_BATCH_LINE"],
      ["[]", "ERR_BATCH_LINE"],
      ["null", "ERR_BATCH_LINE"],
      [{}, "ERR_BATCH_LINE"],
      [{ names: "a.test" }, "ERR_BATCH_LINE"],
      [{ names: ["a.test"], days: -1 }, "ERR_BATCH_LINE"],
      [{ names: ["a.test"], key: "rsa-512" }, "ERR_BATCH_LINE"],
      [{ names: ["a.test"], subject: "CN=a" }, "ERR_BATCH_LINE"],
      ['{"names": ["a.test"], "__proto__": 1}', "ERR_BATCH_LINE"],
      ['{"names": ["a.test"], "constructor": 1}', "ERR_BATCH_LINE"],
      [{ names: [] }, "ERR_PROFILE_REFUSED"],
      [{ names: ["a..test"] }, "ERR_GENERAL_NAME"],
      [{ names: ["a.test"], profile: "nonsense" }, "ERR_PROFILE_UNKNOWN"],
      [{ csr: "nonsense" }, "ERR_NO_OBJECT"],
      [{ csr: pem }, "ERR_DER"],
      [{ names: ["good-2.test"] }, undefined],
    ] as const;
    const { status, stderr, answers } = await batch(
      folder,
      lines.map(([line]) => line),
    );
    expect(status).toBe(1);
    expect(stderr).toBe("rootcause: 15 of them could not be issued\n");
    expect(answers.map(({ error }) => error?.code)).toEqual(lines.map(([, code]) => code));
    for (const { error } of answers) if (error) expect(`${error.message} ${error.hint}`).not.toMatch(/\{\w+\}/);
    expect(await folder.json<readonly unknown[]>("list")).toHaveLength(2);
  });

  it("answers whatever a line holds", async () => {
    const folder = await CaFolder.withCa();
    const wish = fc.record(
      {
        names: fc.oneof(fc.array(fc.string()), fc.anything()),
        profile: fc.string(),
        csr: fc.string(),
        days: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const line = fc.oneof(
      fc.json(),
      wish.map((value) => JSON.stringify(value)),
      fc.string().map((text) => text.replace(/[\r\n\u2028\u2029]/g, " ")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 20 }), async (lines) => {
        const asked = lines.filter((text) => text.trim() !== "");
        const { answers } = await batch(folder, asked);
        expect(answers).toHaveLength(asked.length);
        for (const { error, serial } of answers) expect(error?.code ?? serial).not.toBe("ERR_INTERNAL");
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ["a.test"],
    ["--out", "out"],
    ["--p12"],
    ["--p12-passphrase-file", "pw"],
    ["--format", "nginx"],
    ["--subject", "CN=a"],
    ["--overwrite"],
  ])("refuses what it has no use for: %s", async (...args) => {
    const folder = await CaFolder.withCa();
    const { message } = await folder.refused("ERR_USAGE", 2, ["issue", ...args, "--batch", "-"]);
    expect(message).toContain("--batch has no use for");
  });

  it("refuses a file that is not there before it opens anything", async () => {
    const folder = await CaFolder.withCa();
    await folder.refused("ERR_FILE_READ", 2, ["issue", "--batch", "missing.jsonl"]);
  });

  it.skipIf(!canMount)("answers every line when the disk is full, and then exits with 3", async () => {
    const folder = await CaFolder.withCa();
    const disk = smallDisk("420k");
    const store = `${disk}/ca-store`;
    await folder.ok("init", "--store", store);
    const lines = Array.from({ length: 600 }, (_, i) => ({ names: [`host-${i}.example.test`] }));
    const { status, stderr, answers } = await batch(folder, lines, "--store", store);
    expect(status).toBe(3);
    expect(stderr).toContain("rootcause: error: the disk is full");
    expect(answers).toHaveLength(lines.length);
    const issued = answers.flatMap(({ serial }) => serial ?? []);
    const codes = new Set(answers.flatMap(({ error }) => error?.code ?? []));
    expect([...codes]).toEqual(["ERR_STORE_FULL"]);
    const rows = await folder.json<readonly ListRow[]>("list", "--store", store);
    expect(rows.map(({ serial }) => serial).toSorted()).toEqual(issued.toSorted());
  });
});

describe("issue --batch as a program", () => {
  it("says the same from a file", async () => {
    const folder = await CaFolder.withCa();
    writeFileSync(folder.file("lines.jsonl"), '{"names": ["a.test"]}\n\n{"names": []}\n');
    const { status, stdout, stderr } = spawnCli(["issue", "--batch", "lines.jsonl"], { cwd: folder.path });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "rootcause: 1 of them could not be issued\n" });
    const [first, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Answer);
    expect(first).toMatchObject({ san: ["a.test"] });
    expect(second?.error?.code).toBe("ERR_PROFILE_REFUSED");
  });

  it("answers a caller who waits for each answer before the next line", async () => {
    const folder = await CaFolder.withCa();
    const { PATH = "" } = process.env;
    const args = [`${root}/bin/rootcause.js`, "issue", "--batch", "-"];
    const child = spawn(process.execPath, args, { cwd: folder.path, env: { PATH } });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const name of ["a.test", "b.test", "c.test"]) {
      child.stdin.write(`${JSON.stringify({ names: [name] })}\n`);
      const { value } = await lines.next();
      expect((JSON.parse(value) as Answer).san).toEqual([name]);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });
});
