/** One node of a tree: its line, more lines that belong to it, and what hangs below it. */
export interface Tree {
  readonly line: string;
  readonly detail?: readonly string[];
  readonly children?: readonly Tree[];
  /** How it hangs on the node above: `─` unless said otherwise. */
  readonly link?: string;
}

/** The lines of a tree. */
export function treeLines({ line, detail = [], children = [] }: Tree): string[] {
  const bar = children.length > 0 ? "│" : " ";
  return [line, ...detail.map((text) => `${bar}  ${text}`), ...children.flatMap(branch)];
}

function branch(child: Tree, index: number, siblings: readonly Tree[]): string[] {
  const last = index === siblings.length - 1;
  const [first = "", ...rest] = treeLines(child);
  return [`${last ? "└" : "├"}${child.link ?? "─"} ${first}`, ...rest.map((line) => `${last ? " " : "│"}  ${line}`)];
}
