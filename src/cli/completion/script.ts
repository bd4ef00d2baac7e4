import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { type CompletionState, completionStates } from "./states.ts";
import { zshScript } from "./zsh.ts";

export type Shell = "bash" | "zsh" | "fish";

const scripts: Readonly<Record<Shell, (states: readonly CompletionState[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The completion script of a shell: all of it is in the script, nothing is asked of rootcause while completing. */
export function completionScript(shell: Shell): string {
  return scripts[shell](completionStates());
}
