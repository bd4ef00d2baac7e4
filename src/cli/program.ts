import type { ExitCode } from "./command.ts";
import { createContext, type Interrupt } from "./context.ts";
import { reportFailure } from "./failure.ts";
import type { Host } from "./host.ts";
import { type Parsed, parse } from "./parse.ts";

/** Runs one command line and says with which status the process ends. */
export async function runProgram(host: Host, args: readonly string[]): Promise<number> {
  try {
    const parsed = parse(args);
    if (parsed.kind === "help") {
      host.stdout.write(parsed.text);
      return 0;
    }
    return await runInterruptible(host, parsed);
  } catch (error) {
    return reportFailure(error, host, args);
  }
}

/** Ctrl-C ends a command at once with the shells' status for it, unless it took the signal and stops by itself. */
async function runInterruptible(host: Host, call: Extract<Parsed, { kind: "call" }>): Promise<ExitCode> {
  const abort = new AbortController();
  const interrupt: Interrupt = { signal: abort.signal, heard: false };
  const onSignal = (status: number) => () => {
    abort.abort();
    if (!interrupt.heard) host.exit(status);
  };
  host.once("SIGINT", onSignal(130));
  host.once("SIGTERM", onSignal(143));
  const context = createContext(host, call.globals, interrupt);
  const { run } = await call.command.load();
  return run(context, call.values);
}
