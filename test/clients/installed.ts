import { spawnSync } from "node:child_process";

/** Whether the client's command can be run here. */
export function isInstalled({
  command: [program, ...args],
}: {
  readonly command: readonly [string, ...string[]];
}): boolean {
  const { error, status } = spawnSync(program, args, { stdio: "ignore" });
  return error === undefined && status === 0;
}
