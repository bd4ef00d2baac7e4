import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/sources.ts";
import { writeChain } from "./chain-files.ts";
import { runCli, spawnCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const cwd = tempFolder();
const pem: Record<string, string> = {};

beforeAll(() => {
  writeChain(cwd);
  for (const name of ["root", "int", "leaf"]) pem[name] = readFileSync(join(cwd, `${name}.pem`), "utf8");
});

interface Answer {
  readonly id: unknown;
  readonly valid: boolean;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly index: number }[];
  readonly error?: { readonly code: string; readonly message: string };
}

function caseOf(id: unknown, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    trust: [pem.root],
    untrusted: [pem.int],
    leaf: pem.leaf,
    time: null,
    name: null,
    names: [],
    purpose: null,
    keyUsage: [],
    maxDepth: null,
    revocation: "off",
    policy: null,
    ...more,
  };
}

function answersOf(stdout: string): Answer[] {
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function ask(...cases: unknown[]): Promise<Answer[]> {
  const stdin = cases.map((it) => (typeof it === "string" ? it : JSON.stringify(it))).join("\n");
  const { status, stdout, stderr } = await runCli(["verify", "--batch"], { stdin });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return answersOf(stdout);
}

const der = (name: string) => (pem[name] ?? "").replace(/-----[^-]+-----|\s/g, "");

describe("verify --batch", () => {
  it("answers each case in order, in the contract's shape", async () => {
    const answers = await ask(
      caseOf("good"),
      caseOf("base64", { trust: [der("root")], untrusted: [der("int")], leaf: der("leaf") }),
      caseOf("alone", { untrusted: [] }),
      caseOf("name", { name: { type: "dns", value: "example.org" } }),
      caseOf("names", {
        names: [
          { type: "dns", value: "localhost" },
          { type: "ip", value: "127.0.0.1" },
        ],
      }),
      caseOf("purpose", { purpose: "clientAuth" }),
      caseOf("depth", { maxDepth: 0 }),
      caseOf("late", { time: "2999-01-01T00:00:00Z" }),
      caseOf("revocation", { revocation: "require" }),
      caseOf("policy", { policy: { initialPolicySet: ["1.2.3"], explicitPolicy: true } }),
    );
    expect(
      answers.map(({ id, valid, findings }) => [
        id,
        valid,
        findings.find(({ severity }) => severity === "error")?.code,
      ]),
    ).toEqual([
      ["good", true, undefined],
      ["base64", true, undefined],
      ["alone", false, "missing-intermediate"],
      ["name", false, "wrong-host"],
      ["names", true, undefined],
      ["purpose", false, "wrong-eku"],
      ["depth", false, "chain-too-long"],
      ["late", false, expect.stringMatching(/^(expired|clock)/)],
      ["revocation", false, "crl-missing"],
      ["policy", false, "policy-required"],
    ]);
    for (const { findings } of answers)
      for (const finding of findings) expect(Object.keys(finding)).toEqual(["code", "severity", "index"]);
  });

  it("answers a case that cannot be read and goes on", async () => {
    const answers = await ask(
      "not JSON",
      "[]",
      { id: 7 },
      caseOf("bad trust", { trust: "root.pem" }),
      caseOf("bad time", { time: "soon" }),
      caseOf("bad purpose", { purpose: "nonsense" }),
      caseOf("bad address", { name: { type: "ip", value: "localhost" } }),
      caseOf("bad leaf", { leaf: "AAAA" }),
      caseOf("cut leaf", { leaf: pem.leaf?.slice(0, 300) }),
      caseOf("good"),
    );
    expect(answers.map(({ id, valid, error, findings }) => [id, valid, error?.code ?? findings[0]?.code])).toEqual([
      [null, false, "ERR_BATCH_CASE"],
      [null, false, "ERR_BATCH_CASE"],
      [7, false, "ERR_BATCH_CASE"],
      ["bad trust", false, "ERR_BATCH_CASE"],
      ["bad time", false, "ERR_BATCH_CASE"],
      ["bad purpose", false, "ERR_BATCH_CASE"],
      ["bad address", false, "ERR_BATCH_CASE"],
      ["bad leaf", false, "malformed-der"],
      ["cut leaf", false, "malformed-der"],
      ["good", true, undefined],
    ]);
  });

  it("keeps the order over threads and loses nothing", () => {
    const cases = Array.from({ length: 1000 }, (_, id) => caseOf(id, id % 3 === 0 ? { untrusted: [] } : {}));
    const { status, stdout } = spawnCli(["verify", "--batch"], {
      stdin: cases.map((it) => JSON.stringify(it)).join("\n"),
    });
    expect(status).toBe(0);
    const answers = answersOf(stdout);
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(answers.every(({ id, valid }) => valid === ((id as number) % 3 !== 0))).toBe(true);
  });

  it("answers a caller that waits, before and after a crowd", async () => {
    const child = spawn(process.execPath, [join(root, "bin/rootcause.js"), "verify", "--batch"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => (JSON.parse((await lines.next()).value as string) as Answer).id;
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify(caseOf(id))}\n`);
      expect(await next()).toBe(id);
    }
    child.stdin.write(Array.from({ length: 200 }, (_, i) => `${JSON.stringify(caseOf(100 + i))}\n`).join(""));
    for (let i = 0; i < 200; i++) expect(await next()).toBe(100 + i);
    child.stdin.write(`${JSON.stringify(caseOf("last"))}\n`);
    expect(await next()).toBe("last");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });
});
