import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import type { IssuedReport } from "../../../src/cli/ca/issued-report.ts";
import type { ErrorCode } from "../../../src/errors/catalogue.ts";
import type { AuditVerdict } from "../../../src/store/audit.ts";
import { type Run, type RunOptions, runCli } from "../run-cli.ts";

/** A working directory of its own, gone after the test. */
export class CaFolder {
  readonly path: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), "rootcause-cli-"));
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** With a CA in it that is called Acme. */
  static async withCa(...options: readonly string[]): Promise<CaFolder> {
    const folder = new CaFolder();
    await folder.ok("init", "Acme", ...options);
    return folder;
  }

  file(...names: readonly string[]): string {
    return join(this.path, ...names);
  }

  /** The names in a folder of it, in alphabetical order. */
  names(...folder: readonly string[]): readonly string[] {
    return readdirSync(this.file(...folder)).toSorted();
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return runCli(args, { cwd: this.path, ...options });
  }

  /** What it prints on stdout; it must succeed. */
  async ok(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(args);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  }

  /** The value that it prints with --json; it must succeed. */
  async json<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.ok(...args, "--json")) as T;
  }

  issue(...args: readonly string[]): Promise<IssuedReport> {
    return this.json("issue", ...args);
  }

  /** The error that it ends with: this code and status, said on both streams, with every hole filled. */
  async refused(code: ErrorCode, status: number, args: readonly string[], options?: RunOptions): Promise<Refusal> {
    const run = await this.run([...args, "--json"], options);
    const { error } = JSON.parse(run.stdout) as { readonly error: Refusal };
    expect({ code: error?.code, status: run.status }).toEqual({ code, status });
    expect(run.stderr).toContain(`rootcause: error: ${error.message}\nrootcause: hint: ${error.hint}\n`);
    expect(`${error.message} ${error.hint}`).not.toMatch(/\{\w+\}/);
    return error;
  }

  /** Its CAs, the root first. */
  hierarchy(): Promise<readonly AuthorityReport[]> {
    return this.json<readonly AuthorityReport[]>("ca", "list");
  }

  /** The private key of a CA as the store has it. */
  storedKey({ id }: AuthorityReport): string {
    return readFileSync(this.file("ca-store", "keys", `${id}.pem`), "utf8");
  }

  /** The path of a file that holds this passphrase, for its owner alone. */
  secret(passphrase: string): string {
    const path = this.file(`${passphrase}.txt`);
    writeFileSync(path, `${passphrase}\n`, { mode: 0o600 });
    return path;
  }

  /** How many entries the audit log has: unchanged when nothing was written. */
  async written(): Promise<number> {
    return (await this.json<AuditVerdict>("audit", "verify")).entries;
  }
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}
