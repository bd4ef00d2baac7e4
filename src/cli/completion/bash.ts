import { quote } from "./quote.ts";
import type { CompletionState, OptionWord } from "./states.ts";

/** For bash 4 and later: `eval "$(rootcause completion bash)"`. */
export function bashScript(states: readonly CompletionState[]): string {
  const paths = states.filter(({ path }) => path !== "").map(({ path }) => quote(path));
  return `# bash completion of rootcause
_rootcause() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" at="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${at:+$at }\${COMP_WORDS[i]}" in
      ${paths.join(" | ")}) at="\${at:+$at }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$at $before" in
${states.flatMap(valueCases).join("\n")}
  esac
  case "$at" in
${states.map(stateCase).join("\n")}
  esac
}
complete -F _rootcause rootcause`;
}

function valueCases({ path, options }: CompletionState): string[] {
  return options
    .filter(({ value }) => value !== undefined)
    .map((option) => {
      const words = [option.word, option.short].filter((word) => word !== undefined);
      return `    ${words.map((word) => quote(`${path} ${word}`)).join(" | ")}) ${valueReply(option)}; return ;;`;
    });
}

function valueReply({ value }: OptionWord): string {
  if (value === "file") return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word")';
  if (value === "dir") return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word")';
  return typeof value === "object" ? reply(value) : ":";
}

function stateCase({ path, words, options, files }: CompletionState): string {
  const all = [...words.map(({ word }) => word), ...options.map(({ word }) => word)];
  const orFiles = files
    ? '; [[ $word == -* ]] || { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); }'
    : "";
  return `    ${quote(path)}) ${reply(all)}${orFiles} ;;`;
}

function reply(words: readonly string[]): string {
  return `mapfile -t COMPREPLY < <(compgen -W ${quote(words.join(" "))} -- "$word")`;
}
