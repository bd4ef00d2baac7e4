// The command line as bundles: main.cjs, which knows the version; program.cjs, which knows the rest; and everyday.cjs, which is the same
// program without the commands that few runs are for, and so starts sooner. One run loads one of the two, so nothing is there twice.
// Packages that few commands need are bundles of their own and are loaded when one does.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = "dist/cli";
/** Small, and used by every command. */
const everydayPackages = ["commander", "lowdb", "lowdb/node"];
/** What scripts run, and people all day. */
const everydayCommands = ["init", "issue", "sign", "renew", "revoke", "list", "show", "export"];
const packages = new Set();
const chooseProgram = `exports.runProgram = (host, args) =>
  require(${JSON.stringify(everydayCommands)}.includes(args[0]) ? "./everyday.cjs" : "./program.cjs").runProgram(host, args);`;

const splitOff = {
  name: "split-off",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/program\.ts$/ }, ({ kind, path }) =>
      kind === "entry-point" ? undefined : { path, namespace: "choice" },
    );
    onLoad({ filter: /^/, namespace: "choice" }, () => ({ contents: chooseProgram }));
    onResolve({ filter: /\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^[a-z@][\w@/-]*$/ }, ({ path, importer }) => {
      if (!importer.includes("/src/") || everydayPackages.includes(path) || path === "fs-native-extensions")
        return undefined;
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

const leaveOut = {
  name: "leave-out",
  setup({ onResolve }) {
    onResolve({ filter: /\/commands\/[\w-]+\.ts$/ }, ({ path }) =>
      everydayCommands.includes(basename(path, ".ts")) ? undefined : { path, namespace: "nothing" },
    );
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
const written = new Set();
const bundle = async (entryPoints, ...plugins) => {
  const { metafile } = await build({ ...options, entryPoints, plugins });
  for (const file of Object.keys(metafile.outputs)) written.add(file);
};
await bundle(
  { main: "src/cli/main.ts", program: "src/cli/program.ts", "verify-worker": "src/cli/verify/worker.ts" },
  splitOff,
);
await bundle({ everyday: "src/cli/program.ts" }, leaveOut, splitOff);
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

// The bundles are read as ASCII. The bundler escapes everything else, but for what stands in tagged templates.
for (const file of written) {
  const beyond = readFileSync(file, "utf8").match(/.{0,40}[^\0-\x7F].{0,40}/u);
  if (beyond !== null) throw new Error(`${file} is not ASCII at "${beyond[0]}": write an entity or an escape`);
}

// What an earlier build left goes last, so that the command line works all the while.
for (const name of readdirSync(folder)) {
  if (!written.has(join(folder, name))) rmSync(join(folder, name), { recursive: true });
}
execFileSync(process.execPath, [".ci/code-cache.cjs"], { stdio: "inherit" });
