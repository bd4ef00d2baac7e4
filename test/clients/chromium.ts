import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { type Browser, writeTrust } from "./browser.ts";
import { plainEnvironment } from "./client.ts";

/** Where `explain` says that Chromium's roots are. */
export const CHROMIUM_TRUST = ".pki/nssdb";

const flags = [
  ...["--headless", "--disable-gpu", "--no-proxy-server", "--no-first-run", "--disable-background-networking"],
  ...["--remote-debugging-pipe", "--no-sandbox"],
];

/** Starts Chromium over its debugging pipe. @see https://chromedevtools.github.io/devtools-protocol/ */
export async function startChromium(trustedFiles: readonly string[]): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), "rootcause-chromium-"));
  writeTrust(join(home, CHROMIUM_TRUST), trustedFiles);
  const child = spawn("chromium", [...flags, `--user-data-dir=${join(home, "profile")}`], {
    env: { ...plainEnvironment(), HOME: home },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const [, , , commands, answers] = child.stdio;
  const call = callerOf(commands as Writable, answers as Readable);
  return {
    width: 16, // an error page comes after three seconds of waiting for a better answer
    async visit(url, timeoutMs = 20_000) {
      const { targetId } = await call("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
      const impatient = new Promise<Answer>((resolve) =>
        setTimeout(() => resolve({ errorText: "" }), timeoutMs).unref(),
      );
      const { errorText: text } = await Promise.race([call("Page.navigate", { url }, sessionId), impatient]);
      await call("Target.closeTarget", { targetId });
      return { accepted: text === undefined, text: text ?? "" };
    },
    async close() {
      await call("Browser.close");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface Answer {
  readonly targetId?: string;
  readonly sessionId?: string;
  /** A network error's name. */
  readonly errorText?: string;
}

type Call = (method: string, params?: object, sessionId?: string) => Promise<Answer>;

/** Messages are JSON that ends with a zero octet. */
function callerOf(commands: Writable, answers: Readable): Call {
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = "";
  answers.on("data", (chunk) => {
    const messages = `${rest}${chunk}`.split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result = {} } = JSON.parse(message) as { readonly id?: number; readonly result?: Answer };
      if (id !== undefined) waiting.get(id)?.(result);
    }
  });
  let count = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve) => {
      const id = ++count;
      waiting.set(id, resolve);
      commands.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
}
