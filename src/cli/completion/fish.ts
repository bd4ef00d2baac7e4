import type { CompletionState, OptionWord } from "./states.ts";

/** For fish: `rootcause completion fish > ~/.config/fish/completions/rootcause.fish`. */
export function fishScript(states: readonly CompletionState[]): string {
  const paths = states.filter(({ path }) => path !== "").map(({ path }) => quoted(path));
  return `# fish completion of rootcause
function __rootcause_at
  set -l at
  for word in (commandline -opc)[2..]
    switch (string trim -- "$at $word")
      case ${paths.join(" ")}
        set at (string trim -- "$at $word")
    end
  end
  test "$at" = "$argv[1]"
end
complete -c rootcause -f
${states.flatMap(stateLines).join("\n")}`;
}

function stateLines({ path, words, options, files }: CompletionState): string[] {
  const here = `complete -c rootcause -n ${quoted(`__rootcause_at ${quoted(path)}`)}`;
  return [
    ...(files ? [`${here} -F`] : []),
    ...words.map(({ word, text }) => `${here} -a ${quoted(word)}${text && ` -d ${quoted(text)}`}`),
    ...options.map((option) => `${here} ${optionFlags(option)} -d ${quoted(option.text)}`),
  ];
}

function optionFlags({ word, short, value }: OptionWord): string {
  const flags = `${short ? `-s ${short.slice(1)} ` : ""}-l ${word.slice(2)}`;
  if (value === undefined) return flags;
  if (value === "file") return `${flags} -r -F`;
  if (value === "dir") return `${flags} -x -a '(__fish_complete_directories)'`;
  return typeof value === "object" ? `${flags} -x -a ${quoted(value.join(" "))}` : `${flags} -x`;
}

/** In single quotes, as fish takes it. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
