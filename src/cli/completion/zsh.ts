import { quote } from "./quote.ts";
import type { CompletionState, OptionWord, Word } from "./states.ts";

/** For zsh, after `compinit`: `eval "$(rootcause completion zsh)"`, or a file `_rootcause` in a folder of `$fpath`. */
export function zshScript(states: readonly CompletionState[]): string {
  const paths = states.filter(({ path }) => path !== "").map(({ path }) => quote(path));
  return `#compdef rootcause
_rootcause() {
  local at="" word
  local -a choices options
  for word in \${words[2,CURRENT - 1]}; do
    case "\${at:+$at }$word" in
      (${paths.join(" | ")}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at \${words[CURRENT - 1]}" in
${states.flatMap(valueCases).join("\n")}
  esac
  case "$at" in
${states.map(stateCase).join("\n")}
  esac
}
if [ "$funcstack[1]" = _rootcause ]; then _rootcause "$@"; else compdef _rootcause rootcause; fi`;
}

function valueCases({ path, options }: CompletionState): string[] {
  return options
    .filter(({ value }) => value !== undefined)
    .map((option) => {
      const words = [option.word, option.short].filter((word) => word !== undefined);
      return `    (${words.map((word) => quote(`${path} ${word}`)).join(" | ")}) ${valueReply(option)}; return ;;`;
    });
}

function valueReply({ value }: OptionWord): string {
  if (value === "file") return "_files";
  if (value === "dir") return "_files -/";
  return typeof value === "object" ? `compadd -- ${value.map(quote).join(" ")}` : ":";
}

function stateCase({ path, words, options, files }: CompletionState): string {
  const choices = words.length > 0 ? `choices=(${described(words)}); _describe word choices; ` : "";
  const names = `options=(${described(options)}); _describe -o option options`;
  return `    (${quote(path)}) ${choices}${names}${files ? "; _files" : ""} ;;`;
}

/** `word:what it does`, as _describe takes it. */
function described(words: readonly Word[]): string {
  return words.map(({ word, text }) => quote(`${word.replaceAll(":", "\\:")}${text && `:${text}`}`)).join(" ");
}
