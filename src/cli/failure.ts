import { isPkiError, PkiError } from "../errors/pki-error.ts";
import { wantsColor } from "./context.ts";
import type { Host } from "./host.ts";
import { Output } from "./output.ts";
import { printable } from "./text/printable.ts";

/** Says what went wrong and what to do next: on stderr, with --json on stdout too. Returns the exit status. */
export function reportFailure(thrown: unknown, host: Host, args: readonly string[]): number {
  const error = asPkiError(thrown);
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const json = options.includes("--json");
  const color = !options.includes("--no-color") && wantsColor({ env: host.env, stdout: host.stderr });
  const { paint } = new Output(host.stdout, host.stderr, { json, quiet: false, color });
  host.stderr.write(`${paint.bold(paint.red("rootcause: error:"))} ${printable(error.message)}\n`);
  if (error.hint !== "") host.stderr.write(`${paint.bold("rootcause: hint:")} ${printable(error.hint)}\n`);
  if (host.env.ROOTCAUSE_DEBUG && thrown instanceof Error) host.stderr.write(`${thrown.stack}\n`);
  if (json) host.stdout.write(`${JSON.stringify(failureValue(error), undefined, 2)}\n`);
  return error.exitStatus;
}

/** A failure in JSON. */
export interface FailureValue {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    /** Its id in the fault catalogue, where it has one. */
    readonly fault?: string | number;
  };
}

/** The value of a failure in JSON, alone and in the lines of a batch. */
export function failureValue(thrown: unknown): FailureValue {
  const { code, message, hint, facts } = asPkiError(thrown);
  return { error: { code, message, hint, ...(facts.fault !== undefined && { fault: facts.fault }) } };
}

function asPkiError(thrown: unknown): PkiError {
  if (isPkiError(thrown)) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { syscall, path } = cause as NodeJS.ErrnoException;
  if (syscall !== undefined)
    return new PkiError("ERR_SYSTEM", { what: path ?? syscall, reason: cause.message }, { cause });
  return new PkiError("ERR_INTERNAL", { message: cause.message }, { cause });
}
