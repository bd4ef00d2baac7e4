import { once } from "node:events";
import type { Terminal } from "./host.ts";
import { type Paint, paintIf } from "./paint.ts";

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** stdout is data, stderr is talk; text and JSON are rendered from the same value. */
export class Output {
  readonly paint: Paint;
  readonly #stdout: Terminal;
  readonly #stderr: Terminal;
  readonly #json: boolean;
  readonly #quiet: boolean;

  constructor(stdout: Terminal, stderr: Terminal, { json, quiet, color }: OutputOptions) {
    this.paint = paintIf(color);
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#json = json;
    this.#quiet = quiet;
  }

  /** How many characters fit on a line of stdout. */
  get width(): number {
    return this.#stdout.columns ?? 100;
  }

  /** The command's one result: with --json this value, else its text. */
  result<T>(value: T, text: (value: T, paint: Paint) => string): void {
    this.#stdout.write(`${this.#json ? JSON.stringify(value, undefined, 2) : text(value, this.paint)}\n`);
  }

  /** One of many results, as a JSON line. */
  record(value: unknown): Promise<void> {
    return this.line(JSON.stringify(value));
  }

  /** One of many results, as text. Resolves when the reader keeps up, so that memory stays flat. */
  async line(text: string): Promise<void> {
    if (!this.#stdout.write(`${text}\n`)) await once(this.#stdout, "drain");
  }

  /** Talk: what is under way, what to do next. Silent with --quiet. */
  note(text: string): void {
    if (!this.#quiet) this.#stderr.write(`${text}\n`);
  }
}
