import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the file of a fault and adds it to its group. Answers what comes next. */
export function newFault(root: string, id: string, group: string): string {
  const room = join(root, "src/faults");
  const groups = readdirSync(room).filter((name) => existsSync(join(room, name, "index.ts")));
  if (!groups.includes(group)) throw new Error(`there is no group "${group}": ${groups.join(", ")}`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    throw new Error(`"${id}" is no id: it takes two or more words in small letters and digits, with hyphens between`);
  const taken = groups.find((name) => existsSync(join(room, name, `${id}.ts`)));
  if (taken !== undefined) throw new Error(`${id} is there already: src/faults/${taken}/${id}.ts`);

  const index = join(room, group, "index.ts");
  const lines = withFault(readFileSync(index, "utf8"), id);
  writeFileSync(join(room, group, `${id}.ts`), faultText(id), { flag: "wx" });
  writeFileSync(index, lines);
  return nextSteps(id, group);
}

/** The import in its place in the alphabet, the fault at the end of the list. */
function withFault(index: string, id: string): string {
  const imports = [...index.matchAll(/^import \{ \w+ \} from "\.\/([\w-]+)\.ts";\n/gm)];
  const before = imports.find(([, other = ""]) => other > id);
  const last = imports.at(-1);
  const at = before?.index ?? (last === undefined ? 0 : last.index + last[0].length);
  const imported = `import { ${nameOf(id)} } from "./${id}.ts";\n`;
  return `${index.slice(0, at)}${imported}${index.slice(at)}`.replace(/\];\n$/, `  ${nameOf(id)},\n];\n`);
}

/** `wrong-eku` is `wrongEku` in code. */
function nameOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function faultText(id: string): string {
  return `import { withLeaf } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";

export const ${nameOf(id)}: Fault = {
  id: "${id}",
  title: "What is wrong, in a few words",
  story: "What is wrong. How it comes about, or why it shows.",
  citation: "RFC 5280 section 4",
  severity: "every client refuses",
  weight: 1,
  raises: [],
  ambiguity: "encoding",
  prints: {},
  advice: { why: "Why clients mind.", fix: [{ role: "server", text: "what whoever runs the server can do" }] },
  build: (lab) => withLeaf(lab, {}),
};
`;
}

function nextSteps(id: string, group: string): string {
  return `src/faults/${group}/${id}.ts stands in src/faults/${group}/index.ts. What comes next:

1. Its story, and \`build\`: the one thing that deviates. \`npx vitest run test/faults\` builds it and holds it to its word.
2. Where there is a chain to judge: a rule in src/verify/rules/ that finds it, what it means in src/verify/explanations/, and
   \`raises: ["${id}"]\`; its \`advice\` goes then, the explanation says the same.
3. What each client prints: \`rootcause lab serve ${id}\`, call it with all of them, and write down what they say in \`prints\`.
   Texts that are not in src/explain/messages/ yet get a row there.
4. The set of faults that look the same: \`ambiguity\`, in src/faults/ambiguities.ts.
5. \`npm run docs\`, then \`npm run check\`.`;
}
