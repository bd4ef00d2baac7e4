import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** One file of src/ and what it imports. */
export interface Source {
  /** From the repository's root: `src/x509/name.ts`. */
  readonly path: string;
  /** Folder of src/, or the file's own name when it stands in src/ itself. */
  readonly room: string;
  /** Without comments. */
  readonly text: string;
  /** Without comments and without what stands in quotes. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** The path when it is a file of ours. */
  readonly target: string | undefined;
}

export const root: string = resolve(import.meta.dirname, "../..");

export function readSources(folder = "src"): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(join(folder, name)));
}

export function roomOf(path: string): string {
  const [, room = "", ...rest] = path.split("/");
  return rest.length === 0 ? room.replace(/\.tsx?$/, "") : room;
}

function readSource(path: string): Source {
  const text = withoutComments(readFileSync(join(root, path), "utf8"));
  return { path, room: roomOf(path), text, code: withoutQuotes(text), imports: importsOf(text, path) };
}

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`; types too. */
function importsOf(text: string, path: string): Import[] {
  const pattern = /^(?:import|export)\b[^"'`;]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...text.matchAll(pattern)].map(([, fixed, lazy]) => {
    const specifier = (fixed ?? lazy) as string;
    const target = specifier.startsWith(".") ? relative(root, resolve(root, dirname(path), specifier)) : undefined;
    return { specifier, target };
  });
}

/** Comments blanked; a `//` inside quotes stays. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/.*$/gm, "$1");
}

/** Quotes emptied; of a template stays what it computes. */
function withoutQuotes(text: string): string {
  return text
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
    .replace(/`(?:[^`\\]|\\.)*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, x]) => `(${x})`).join(),
    );
}
