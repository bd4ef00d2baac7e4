// The command line as two bundles: main.cjs, which knows the version, and program.cjs, which knows the rest. Packages that few commands
// need are bundles of their own and are loaded when one does.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = "dist/cli";
/** Small, and used by every command. */
const everyday = ["commander", "picocolors", "lowdb", "lowdb/node"];
const packages = new Set();

const splitOff = {
  name: "split-off",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/program\.ts$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./program.cjs", external: true },
    );
    onResolve({ filter: /^[a-z@][\w@/-]*$/ }, ({ path, importer }) => {
      if (!importer.includes("/src/") || everyday.includes(path) || path === "fs-native-extensions") return undefined;
      packages.add(path);
      return { path: `./${bundleOf(path)}.cjs`, external: true };
    });
    // Commander would load this at start, for subcommands that are programs of their own; there are none.
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes("/node_modules/commander/") ? { path, namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /^/, namespace: "nothing" }, () => ({ contents: "module.exports = {}" }));
  },
};

const options = {
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  supported: { "dynamic-import": false },
  outdir: folder,
  outExtension: { ".js": ".cjs" },
  external: ["fs-native-extensions"],
  define: { "import.meta.url": "__filename", "import.meta.dirname": "__dirname" },
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

const bundleOf = (name) => name.replace("@", "").replaceAll("/", "-");
const entryPoints = {
  main: "src/cli/main.ts",
  program: "src/cli/program.ts",
  "verify-worker": "src/cli/verify/worker.ts",
};
const ours = await build({ ...options, entryPoints, plugins: [splitOff] });
const written = new Set(Object.keys(ours.metafile.outputs));
for (const name of packages) {
  const stdin = { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: "." };
  const { metafile } = await build({
    ...options,
    stdin,
    outdir: undefined,
    outfile: join(folder, `${bundleOf(name)}.cjs`),
  });
  for (const file of Object.keys(metafile.outputs)) written.add(file);
}

// What an earlier build left goes last, so that the command line works all the while.
for (const name of readdirSync(folder)) {
  if (!written.has(join(folder, name))) rmSync(join(folder, name), { recursive: true });
}
execFileSync(process.execPath, [".ci/code-cache.cjs"], { stdio: "inherit" });
