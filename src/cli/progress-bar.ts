import { SingleBar } from "cli-progress";
import type { Terminal } from "./host.ts";
import type { Progress } from "./progress.ts";

/** `issuing ━━━━━━──── 300/1000  4s left`. */
export function progressBar(stream: Terminal, label: string, total?: number): Progress {
  const format = total === undefined ? `${label} {value}` : `${label} {bar} {value}/{total}  {eta_formatted} left`;
  const bar = new SingleBar({ stream, format, barsize: 30, barCompleteChar: "━", barIncompleteChar: "─" });
  bar.start(total ?? 0, 0);
  return {
    advance: (by = 1) => bar.increment(by),
    stop: () => bar.stop(),
  };
}
