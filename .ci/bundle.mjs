// The command line as a few files: separate modules would take three times as long to load, and so would what a command does not use.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Commander would load this at start, for subcommands that are programs of their own; there are none. */
const commanderStartsNothing = {
  name: "commander-starts-nothing",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes("/node_modules/commander/") ? { path, namespace: "nothing" } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: "nothing" }, () => ({ contents: "module.exports = {}" }));
  },
};

const folder = "dist/cli";
const { metafile } = await build({
  entryPoints: { main: "src/cli/main.ts", "verify-worker": "src/cli/verify/worker.ts" },
  outdir: folder,
  metafile: true,
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["fs-native-extensions"],
  // CommonJS packages ask for built-in modules by `require`, which an ES module lacks.
  banner: { js: "const require = process.getBuiltinModule;" },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [commanderStartsNothing],
});

// What an earlier build left goes last, so that the command line works all the while.
for (const name of readdirSync(folder)) {
  if (!(join(folder, name) in metafile.outputs)) rmSync(join(folder, name), { recursive: true });
}
