import type { Context } from "./context.ts";

/** How far a long job is. */
export interface Progress {
  advance(by?: number): void;
  stop(): void;
}

const silent: Progress = { advance: () => {}, stop: () => {} };

/** A bar on stderr when that is a terminal, else nothing. Without a total it only counts. */
export async function startProgress(context: Context, label: string, total?: number): Promise<Progress> {
  if (context.quiet || context.stderr.isTTY !== true) return silent;
  const { progressBar } = await import("./progress-bar.ts");
  return progressBar(context.stderr, label, total);
}
