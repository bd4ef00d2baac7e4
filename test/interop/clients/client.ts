import { execFile } from "node:child_process";

/** Where to connect and what to trust: all files PEM. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly caFile: string;
  readonly certFile?: string;
  readonly keyFile?: string;
}

export interface Outcome {
  readonly accepted: boolean;
  /** What the client printed. */
  readonly text: string;
}

/** A real TLS client that judges a real server. */
export interface Client {
  readonly name: string;
  /** The command whose absence means that the client is not installed. */
  readonly command: readonly [string, ...string[]];
  connect(target: Target): Promise<Outcome>;
}

/** Runs a program to its end; status 0 is acceptance. Nothing is inherited that could add roots. */
export function run(command: string, args: readonly string[], input = "", timeoutMs = 60_000): Promise<Outcome> {
  const { PATH = "", HOME = "", JAVA_HOME } = process.env;
  const env = { PATH, HOME, LANG: "C.UTF-8", ...(JAVA_HOME === undefined ? {} : { JAVA_HOME }) };
  return new Promise((resolve) => {
    const child = execFile(command, args, { env, timeout: timeoutMs, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      resolve({
        accepted: error === null,
        text: `${stdout}${stderr}${error && !("code" in error) ? error.message : ""}`.trim(),
      });
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/**
 * The same for clients that pass on what the server sends: in TLS 1.3 a client has finished before the server looks at its certificate,
 * so only an answer shows that it was let in.
 */
export async function runForAnswer(command: string, args: readonly string[]): Promise<Outcome> {
  const { accepted, text } = await run(command, args, "GET / HTTP/1.0\r\n\r\n");
  return { accepted: accepted && text.includes("HTTP/1.1 200"), text };
}
