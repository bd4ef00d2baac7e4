/** One line of a tree and what hangs below it. */
export interface Tree {
  readonly line: string;
  /** More lines of the same node. */
  readonly detail?: readonly string[];
  readonly children?: readonly Tree[];
}

/** The lines of a tree, drawn as `tree` and `git log --graph` do. */
export function treeLines({ line, detail = [], children = [] }: Tree): string[] {
  const bar = children.length > 0 ? "│ " : "  ";
  return [line, ...detail.map((text) => `${bar} ${text}`), ...children.flatMap(branch)];
}

function branch(child: Tree, index: number, siblings: readonly Tree[]): string[] {
  const last = index === siblings.length - 1;
  const [first = "", ...rest] = treeLines(child);
  return [`${last ? "└─" : "├─"} ${first}`, ...rest.map((line) => `${last ? "  " : "│ "} ${line}`)];
}
