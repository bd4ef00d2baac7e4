import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CaContext } from "../../src/ca/context.ts";
import { examine } from "../../src/ca/doctor/examine.ts";
import { settle } from "../../src/ca/doctor/settle.ts";
import { issue } from "../../src/ca/issue.ts";
import { listCertificates } from "../../src/ca/list-certificates.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { childScript } from "../store/child.ts";
import type { IssueTask, Step } from "./children/issue.ts";
import { at, newCa, tlsServer } from "./fixtures.ts";

const issueInChild = childScript<IssueTask>("issue", new URL("children/", import.meta.url));
const leaves = { profile: "tls-server" };

describe("two processes with one CA", () => {
  it("issue 500 each: 1,000 certificates, 1,000 serial numbers, a valid audit chain", async () => {
    const { context } = await newCa({}, new Date());
    const task: IssueTask = { folder: context.store.location, count: 500 };
    for (const end of await Promise.all([issueInChild(task).ended, issueInChild(task).ended]))
      expect(end).toMatchObject({ status: 0, stderr: "" });
    const serials = await leafSerials(context);
    expect(serials).toHaveLength(1000);
    expect(new Set(serials).size).toBe(1000);
    expect(await context.store.verifyAudit()).toMatchObject({ valid: true });
    expect(await context.store.pending()).toEqual([]);
  });
});

describe("a process killed with SIGKILL", () => {
  const steps: readonly (readonly [Step, { pending: number; issued: number }])[] = [
    ["reserve", { pending: 1, issued: 2 }],
    ["sign", { pending: 1, issued: 2 }],
    ["record", { pending: 0, issued: 3 }],
    ["deliver", { pending: 0, issued: 3 }],
  ];

  it.each(steps)("after the step %s leaves no record lost or doubled, and no file half", async (dieAfter, left) => {
    const { context, issuing } = await newCa({}, new Date());
    const { location } = context.store;
    const end = await issueInChild({ folder: location, count: 2, dieAfter }).ended;
    expect({ status: end.status, stderr: end.stderr }).toEqual({ status: null, stderr: "" });
    const told = end.lines.map((line) => line.replace("recorded ", ""));
    const serials = await leafSerials(context);
    expect(serials).toHaveLength(left.issued);
    expect(serials).toEqual(expect.arrayContaining(told));
    expect(await context.store.pending()).toHaveLength(left.pending);
    const out = join(location, "..", "out");
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);

    const later = at(context, new Date(Date.now() + 3_600_000));
    const { findings } = await examine(later);
    expect(findings.filter(({ code }) => code === "issuance-cut-off")).toHaveLength(left.pending);
    expect((await settle(later)).abandoned).toHaveLength(left.pending);
    expect(await context.store.pending()).toEqual([]);
    await issue(context, issuing, { profile: tlsServer, names: ["after.example.test"] });
    expect(await leafSerials(context)).toHaveLength(left.issued + 1);
    expect(await context.store.verifyAudit()).toMatchObject({ valid: true });
  });

  it("is not killed: everything is delivered", async () => {
    const { context } = await newCa({}, new Date());
    const { location } = context.store;
    const end = await issueInChild({ folder: location, count: 1, dieAfter: "none" }).ended;
    expect(end).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(location, "..", "out"))).toContain("fullchain.pem");
  });
});

/** The serial numbers of the leaves on record; each record holds the certificate of that number. */
async function leafSerials(context: CaContext): Promise<readonly string[]> {
  const serials: string[] = [];
  for await (const { serial, certificateDer } of listCertificates(context, leaves)) {
    expect(Certificate.parse(certificateDer).serialHex).toBe(serial);
    serials.push(serial);
  }
  return serials;
}
