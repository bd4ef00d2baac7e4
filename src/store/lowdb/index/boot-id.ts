import { readFileSync } from "node:fs";
import { uptime } from "node:os";

/**
 * Tells one run of the machine from the next. What was written without a sync is there for everybody as long as the machine runs, and
 * perhaps gone afterwards. Where the kernel has no such id, the minute of the start stands for it; a mistake costs a look at the journal.
 */
export function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return `started in minute ${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
}
