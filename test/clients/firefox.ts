import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { type Browser, writeTrust } from "./browser.ts";
import { plainEnvironment } from "./client.ts";

const preferences = {
  "marionette.port": 0,
  "network.proxy.type": 0,
  "security.default_personal_cert": "Select Automatically",
  "security.tls.version.enable-deprecated": false,
} as const;

/** Starts Firefox under Marionette. @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html */
export async function startFirefox(trustedFiles: readonly string[]): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "rootcause-firefox-"));
  writeTrust(profile, trustedFiles);
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const args = ["--headless", "--no-remote", "--marionette", "--profile", profile];
  const child = spawn("firefox-esr", args, { env: { ...plainEnvironment(), HOME: profile }, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const socket = connect(await portOf(profile), "127.0.0.1");
  const call = callerOf(socket);
  await call("WebDriver:NewSession", { capabilities: {} });
  return {
    width: 1,
    async visit(url, timeoutMs = 20_000) {
      await call("WebDriver:SetTimeouts", { pageLoad: timeoutMs });
      const { error } = await call("WebDriver:Navigate", { url });
      if (error === null) return { accepted: true, text: "" };
      const { result } = await call("WebDriver:ExecuteScript", { script: errorOfPage, args: [] });
      await call("WebDriver:Navigate", { url: "about:blank" });
      return { accepted: false, text: result?.value ? String(result.value) : JSON.stringify(error) };
    },
    async close() {
      await call("Marionette:Quit", { flags: ["eForceQuit"] });
      await ended;
      socket.destroy();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What the error page shows under "Advanced", or what kind of page it is. */
const errorOfPage = `
  const page = document.documentURI.replace(/&.*/, "");
  try {
    const info = page.startsWith("about:certerror") ? document.getFailedCertSecurityInfo() : document.getNetErrorInfo();
    return info.errorCodeString || page;
  } catch {
    return page; // no code is shown
  }
`;

async function portOf(profile: string): Promise<number> {
  const file = join(profile, "MarionetteActivePort");
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await later(50);
  return Number(readFileSync(file, "utf8"));
}

interface Answer {
  readonly error: object | null;
  readonly result: { readonly value?: unknown } | null;
}

type Call = (command: string, parameters: object) => Promise<Answer>;

/** Messages are JSON with its length in octets and a colon before it. */
function callerOf(socket: Socket): Call {
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let colon = rest.indexOf(":"); colon >= 0; colon = rest.indexOf(":")) {
      const end = colon + 1 + Number(rest.toString("ascii", 0, colon));
      if (rest.length < end) return;
      const message = JSON.parse(rest.toString("utf8", colon + 1, end));
      if (Array.isArray(message)) waiting.get(message[1])?.({ error: message[2], result: message[3] });
      rest = rest.subarray(end);
    }
  });
  let count = 0;
  return (command, parameters) =>
    new Promise((resolve) => {
      const id = ++count;
      waiting.set(id, resolve);
      const message = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}
