import { execFile } from "node:child_process";
import type { Client as Column } from "../../src/faults/client.ts";

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** Where a client is to connect, whom it is to meet there, and what it trusts. All files are PEM. */
export interface Target {
  /** The name that it asks for and verifies. */
  readonly host: string;
  /** Where that is, for clients that can be told; 127.0.0.1 unless told. */
  readonly address?: string;
  readonly port: number;
  /** The roots; where revocation is checked, the CRLs too, as OpenSSL reads them from one file. */
  readonly caFile: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  /** False: without a server name in the hello. */
  readonly sni?: boolean;
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  readonly alpn?: readonly string[];
  /** CRLs of every CA of the chain: revocation is checked by them. */
  readonly crlFile?: string;
  /** A stapled OCSP response is asked for, and insisted on by clients that can. */
  readonly staple?: boolean;
  /** After how long the client itself gives up. */
  readonly timeoutMs?: number;
  /** The command that the client runs under, for example one that takes its network away. */
  readonly under?: readonly string[];
}

export interface Outcome {
  readonly accepted: boolean;
  /** What the client printed. */
  readonly text: string;
}

/** A real TLS client that judges a real server. */
export interface Client {
  readonly name: Column;
  /** The command whose absence means that the client is not installed. */
  readonly command: readonly [string, ...string[]];
  /** Through what it is told its trusted roots here: an option or variable that `explain` prints for it. */
  readonly trustedThrough: string;
  connect(target: Target): Promise<Outcome>;
}

/** Longer than any client needs on a busy machine. */
const PATIENCE_MS = 30_000;

export interface RunOptions {
  readonly input?: string;
  readonly timeoutMs?: number | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a client program on a target. */
export function runFor({ under = [] }: Target, command: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [program = "", ...args] = [...under, ...command];
  return run(program, args, options);
}

/** Runs a program to its end; status 0 is acceptance. Nothing is inherited that could add roots. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { input = "", timeoutMs = PATIENCE_MS } = options;
  const env = { ...plainEnvironment(), ...options.env };
  return new Promise((resolve) => {
    const child = execFile(command, args, { env, timeout: timeoutMs, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      resolve({ accepted: error === null, text: `${stdout}${stderr}`.trim() });
    });
    child.stdin?.on("error", () => {}); // the client may have ended before it read
    child.stdin?.end(input);
  });
}

/** The least that programs need: no roots, no proxies. */
export function plainEnvironment(): Record<string, string> {
  const { PATH = "", HOME = "", JAVA_HOME } = process.env;
  return { PATH, HOME, LANG: "C.UTF-8", ...(JAVA_HOME !== undefined && { JAVA_HOME }) };
}

/** A request for clients that only carry octets. In TLS 1.3 a client has finished before the server looks at its certificate, so only an answer shows that it was let in. */
export const request = "GET / HTTP/1.0\r\n\r\n";

export const wasAnswered = ({ accepted, text }: Outcome): Outcome => ({
  accepted: accepted && text.includes("HTTP/1.1 200"),
  text,
});

export const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host);

export const urlOf = ({ host, port }: Target): string => `https://${host}:${port}/`;

/** How many whole seconds the client may take, for options that count in them. */
export const secondsOf = ({ timeoutMs = PATIENCE_MS }: Target): string => String(Math.ceil(timeoutMs / 1000));
