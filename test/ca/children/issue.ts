// Issues certificates in a process of its own, into a CA that is there; may die on the way as by `kill -9`.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { Authority } from "../../../src/ca/authority.ts";
import type { CaContext } from "../../../src/ca/context.ts";
import { pem } from "../../../src/ca/export/pem-files.ts";
import { issue } from "../../../src/ca/issue.ts";
import { issueInto } from "../../../src/ca/issue-into.ts";
import { issueMany } from "../../../src/ca/issue-many.ts";
import { openAuthority } from "../../../src/ca/open-authority.ts";
import { builtinProfile } from "../../../src/profile/builtin-profiles.ts";
import { openStore } from "../../../src/store/open.ts";
import type { Store } from "../../../src/store/store.ts";

/** The steps of an issuance after which a process may die. */
export type Step = "reserve" | "sign" | "record" | "deliver" | "none";

export interface IssueTask {
  readonly folder: string;
  readonly count: number;
  /** Dies after this step of the last certificate, which is delivered to a folder. */
  readonly dieAfter?: Step;
}

const { folder, count, dieAfter } = JSON.parse(process.argv[2] ?? "") as IssueTask;
const now = () => new Date();
const store = await openStore(folder, { now, actor: "issue.ts" });
const authority = await openAuthority(store);
const profile = builtinProfile("tls-server");

const orders = Array.from({ length: count }, (_, i) => ({ profile, names: [`host-${i}.example.test`] }));
for await (const outcome of issueMany({ store, now }, authority, orders)) {
  if ("error" in outcome) throw outcome.error;
  say(`recorded ${outcome.issued.record.serial}`);
}
if (dieAfter !== undefined) await deliverAndDie(dieAfter);
await store.close();
say("done");

async function deliverAndDie(step: Step): Promise<void> {
  const context: CaContext = { store: dyingStore(step), now };
  const sign = (data: Uint8Array) => dyingAfter(step === "sign", authority.signer.sign(data));
  const signing = new Authority({ ...authority, signer: { ...authority.signer, sign } });
  const order = { profile, names: ["last.example.test"] };
  const die = { name: "z.pem", contents: () => dyingAfter(step === "deliver", "z") };
  const formats = [pem, { id: "dying", summary: "", files: [die] }];
  const delivery = { directory: join(folder, "..", "out"), formats };
  const { record } = await issueInto(delivery, () => issue(context, signing, order));
  say(`delivered ${record.serial}`);
}

function dyingStore(step: Step): Store {
  return new Proxy(store, {
    get(target, name: keyof Store) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => dyingAfter(name === step, await member.apply(target, args));
    },
  });
}

/** What is promised, unless the process dies just when it is there. */
async function dyingAfter<T>(dies: boolean, value: T | Promise<T>): Promise<T> {
  const there = await value;
  if (dies) process.kill(process.pid, "SIGKILL");
  return there;
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
