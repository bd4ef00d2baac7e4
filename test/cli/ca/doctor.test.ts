import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import type { DoctorOutcome } from "../../../src/cli/commands/doctor.ts";
import type { AuditEntry, AuditVerdict } from "../../../src/store/audit.ts";
import type { IssueTask } from "../../ca/children/issue.ts";
import { childScript } from "../../store/child.ts";
import { CaFolder } from "./ca-folder.ts";

const issueInChild = childScript<IssueTask>("issue", new URL("../../ca/children/", import.meta.url));

async function findings(folder: CaFolder): Promise<readonly string[]> {
  return (await folder.json<DoctorOutcome>("doctor")).findings.map(({ code }) => code);
}

/** From now on the clock of this process stands an hour later. */
function anHourLater(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
}

afterEach(() => void vi.useRealTimers());

describe("doctor", () => {
  it("counts what is there, and finds nothing broken in a new CA", async () => {
    const folder = await CaFolder.withCa();
    const text = await folder.ok("doctor");
    expect(text).toContain(`${folder.file("ca-store")}: 2 CAs, 1 certificate, 4 entries in the audit log\n`);
    expect(text).toMatch(
      /notice the private key of "Acme Root CA \w{6}" lies in the store .*\n {2}next: take it offline/,
    );
    expect(text).not.toContain("error");
  });

  it("shows an issuance whose process was killed, and settles it", async () => {
    const folder = await CaFolder.withCa();
    const task: IssueTask = { folder: folder.file("ca-store"), count: 1, dieAfter: "reserve" };
    expect(await issueInChild(task).ended).toMatchObject({ status: null });
    expect(await findings(folder)).toContain("issuance-under-way");
    anHourLater();
    expect(await folder.ok("doctor")).toMatch(
      /warning \w{32} for CN=last.example.test was reserved at .*and never recorded/,
    );
    const { settlement, findings: left } = await folder.json<DoctorOutcome>("doctor", "--fix");
    expect(settlement?.abandoned).toHaveLength(1);
    expect(left.map(({ code }) => code)).not.toContain("issuance-cut-off");
    expect(await folder.ok("doctor", "--fix")).toContain("there was nothing to settle");
    expect(await folder.json<readonly unknown[]>("list")).toHaveLength(1);
    await folder.issue("localhost");
  });

  it("closes what others can read, and says so", async () => {
    const folder = await CaFolder.withCa();
    chmodSync(folder.file("ca-store", "keys"), 0o755);
    expect(await findings(folder)).toContain("open-permissions");
    expect(await folder.ok("doctor", "--fix")).toMatch(/\nsettled: .*keys is now for its owner alone\n/);
    expect(await findings(folder)).not.toContain("open-permissions");
  });

  it("exits with 1 when something does not work", async () => {
    const folder = await CaFolder.withCa();
    const { id } = await folder.json<AuthorityReport>("ca", "show");
    writeFileSync(folder.file("ca-store", "keys", `${id}.pem`), "nothing\n");
    const { status, stdout } = await folder.run(["doctor"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/error "Acme Issuing CA \w{6}": .*\[authority-key-unusable\]\n {2}next: /);
  });

  it("has nothing to look at where there is no store", async () => {
    await new CaFolder().refused("ERR_STORE_MISSING", 2, ["doctor"]);
  });
});

describe("audit list", () => {
  it("tells every change, oldest first, or the last ones, as JSON lines when asked", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    await folder.ok("revoke", serial);
    const lines = (await folder.ok("audit", "list", "--json")).trim().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    expect(entries.slice(-3)).toMatchObject([
      { type: "reserved", facts: { serial } },
      { type: "issued", facts: { serial } },
      { type: "revoked", facts: { serial } },
    ]);
    const text = await folder.ok("audit", "list", "--last", "2");
    expect(text.split("\n")).toHaveLength(3);
    expect(text).toMatch(new RegExp(`revoked {2}.*serial=${serial}`));
  });
});

describe("audit verify", () => {
  it("prints a checkpoint, and holds the log to one kept earlier", async () => {
    const folder = await CaFolder.withCa();
    const text = await folder.ok("audit", "verify");
    const [, checkpoint = ""] =
      /^the audit log holds: \d+ entries.*\ncheckpoint (\d+:[0-9a-f]{64})\n$/.exec(text) ?? [];
    await folder.issue("localhost");
    expect(await folder.json<AuditVerdict>("audit", "verify", "--checkpoint", checkpoint)).toMatchObject({
      valid: true,
    });
    const other = checkpoint.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    const { status, stdout } = await folder.run(["audit", "verify", "--checkpoint", other]);
    expect({ status, stdout }).toMatchObject({ status: 1, stdout: expect.stringContaining("the audit log is broken") });
    for (const wrong of ["1", "1:abc", `x:${"0".repeat(64)}`])
      await folder.refused("ERR_USAGE", 2, ["audit", "verify", "--checkpoint", wrong]);
  });

  it("finds an entry that was changed, and exits with 1", async () => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    const journal = folder.file("ca-store", "journal", "000001.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace("CN=localhost", "CN=localhosT"));
    const { status, stdout } = await folder.run(["audit", "verify", "--json"]);
    expect(status).toBe(1);
    const { valid, problem } = JSON.parse(stdout) as AuditVerdict;
    expect(valid).toBe(false);
    expect(problem?.where).toMatch(/^journal\/000001\.jsonl line \d+$/);
  });

  it("finds with a checkpoint that the end of the log was cut off", async () => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    const { head } = await folder.json<AuditVerdict>("audit", "verify");
    const journal = folder.file("ca-store", "journal", "000001.jsonl");
    const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
    writeFileSync(journal, `${lines.slice(0, -1).join("\n")}\n`);
    const { status, stdout } = await folder.run(["audit", "verify", "--checkpoint", `${head?.seq}:${head?.hash}`]);
    expect({ status, stdout }).toMatchObject({ status: 1, stdout: expect.stringContaining("broken") });
  });
});
