/** A page that says where it comes from. */
export function page(title: string, source: string, ...parts: readonly string[]): string {
  const note = `<!-- Written by \`npm run docs\` from ${source}. Change it there. -->`;
  return `${[`# ${title}`, note, ...parts].filter((part) => part !== "").join("\n\n")}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
