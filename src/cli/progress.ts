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
  const { SingleBar } = await import("cli-progress");
  const format = total === undefined ? `${label} {value}` : `${label} {bar} {value}/{total}  {eta_formatted} left`;
  const bar = new SingleBar({
    stream: context.stderr,
    format,
    barsize: 30,
    barCompleteChar: "━",
    barIncompleteChar: "─",
  });
  bar.start(total ?? 0, 0);
  return {
    advance: (by = 1) => bar.increment(by),
    stop: () => bar.stop(),
  };
}
