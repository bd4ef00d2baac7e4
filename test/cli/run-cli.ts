import { spawnSync } from "node:child_process";
import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";
import { root } from "../house/sources.ts";

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Pretend that all three streams are a terminal. */
  readonly tty?: boolean;
}

/** The command line in this process, over streams of our own. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd = root, env = {}, stdin = "", tty = false } = options;
  const stdout = new Collector(tty);
  const stderr = new Collector(tty);
  const status = await main({
    argv: ["node", "rootcause", ...args],
    env,
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty }),
    stdout,
    stderr,
    cwd: () => cwd,
    once: () => undefined,
    exit: (status) => {
      throw new Error(`exit ${status}`);
    },
  });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** The real program: bin/rootcause.js over dist/, which `npm test` builds first. */
export function spawnCli(args: readonly string[], { cwd = root, env = {}, stdin = "" }: RunOptions = {}): Run {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/bin/rootcause.js`, ...args], {
    cwd,
    env: { PATH, ...env },
    input: stdin,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: status ?? -1, stdout, stderr };
}

class Collector extends Writable {
  readonly isTTY: boolean;
  readonly columns = 100;
  text = "";

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
