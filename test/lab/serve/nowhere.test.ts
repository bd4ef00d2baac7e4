import { execFileSync, spawnSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { tempFolder } from "../../cli/temp-folder.ts";
import { fault, laboratory, onStage } from "./on-stage.ts";

const folder = tempFolder();
const PATIENCE_MS = 300;

/** What a connection comes to: the error's code, "connected", or "silence" when nothing is heard. */
function knock(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (what: string) => {
      socket.destroy();
      resolve(what);
    };
    socket.once("connect", () => end("connected"));
    socket.once("timeout", () => end("silence"));
    socket.once("error", ({ code }: NodeJS.ErrnoException) => end(code ?? "error"));
  });
}

it.each([
  ["connection-refused", "ECONNREFUSED"],
  ["connection-timeout", "silence"],
  ["network-unreachable", "ENETUNREACH"],
])("who calls %s meets %s, each time", async (id, what) => {
  await onStage(laboratory.build(fault(id)), folder, async ({ address, port }) => {
    expect([await knock(address, port), await knock(address, port)]).toEqual([what, what]);
  });
});

/** A machine without a name server says of every name that it does not know for now. */
const resolver = await lookup("nowhere.invalid").catch(({ code }: NodeJS.ErrnoException) => code);
if (resolver !== "ENOTFOUND") console.warn(`no name server answers here (${resolver}): dns-unknown is skipped`);

it.skipIf(resolver !== "ENOTFOUND")("nobody knows the name of dns-unknown", async () => {
  await onStage(laboratory.build(fault("dns-unknown")), folder, async ({ address, port }) => {
    expect(await knock(address, port)).toBe("ENOTFOUND");
  });
});

const mayUnshare = spawnSync("unshare", ["--map-root-user", "--net", "true"]).status === 0;
if (!mayUnshare) console.warn("unshare is not permitted here: dns-temporary is skipped");

it.skipIf(!mayUnshare)("no name server answers who calls dns-temporary as it says", async () => {
  await onStage(laboratory.build(fault("dns-temporary")), folder, async ({ address, under = [] }) => {
    const [program = "", ...args] = [...under, process.execPath, "-p"];
    const asked = `require("node:dns").lookup(${JSON.stringify(address)}, ({ code }) => console.log(code)); ""`;
    expect(execFileSync(program, [...args, asked], { encoding: "utf8" })).toContain("EAI_AGAIN");
  });
});
