const FENCE = "```";

/** A block of commands that can be copied. */
export function shell(...lines: readonly string[]): string {
  return fenced("sh", lines);
}

export function fenced(language: string, lines: readonly string[]): string {
  return [`${FENCE}${language}`, ...lines, FENCE].join("\n");
}

/** `one`, `other` or `third`. */
export function anyOf(texts: readonly string[]): string {
  const codes = [...new Set(texts)].map((text) => `\`${text}\``);
  return codes.length < 2 ? codes.join("") : `${codes.slice(0, -1).join(", ")} or ${codes.at(-1)}`;
}
