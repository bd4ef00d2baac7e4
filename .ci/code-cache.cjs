// Writes a .cache file beside each bundle of the program: what this V8 compiled of it while it did what it mostly does.
// bin/code-cache.js reads it, and knows its name.
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { tmpdir } = require("node:os");
const { dirname, join, resolve } = require("node:path");
const { PassThrough } = require("node:stream");
const { Script } = require("node:vm");

const folder = resolve(__dirname, "../dist/cli");
const scripts = new Map();

warmUp();

async function warmUp() {
  require.extensions[".cjs"] = (module, filename) => {
    const compiled = new Script(Module.wrap(readFileSync(filename, "latin1")), { filename });
    scripts.set(filename, compiled);
    const { exports } = module;
    compiled
      .runInThisContext()
      .call(exports, exports, Module.createRequire(filename), module, filename, dirname(filename));
  };
  const cwd = mkdtempSync(join(tmpdir(), "rootcause-build-"));
  try {
    await run("program", cwd, "init", "Warm", "--quiet");
    await run("program", cwd, "issue", "localhost");
    await run("everyday", cwd, "issue", "localhost", "--overwrite");
    for (const name of ["program", "everyday"]) {
      const file = join(folder, `${name}.cjs`);
      writeFileSync(`${file}.${process.versions.v8}.cache`, scripts.get(file).createCachedData());
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

async function run(name, cwd, ...args) {
  const { runProgram } = require(join(folder, `${name}.cjs`));
  const status = await runProgram(hostOf(cwd, args), args);
  if (status !== 0) throw new Error(`rootcause ${args.join(" ")} ended with status ${status}`);
}

function hostOf(cwd, args) {
  const quiet = () => new PassThrough().resume();
  const argv = ["node", "rootcause", ...args];
  return {
    argv,
    env: {},
    stdin: quiet(),
    stdout: quiet(),
    stderr: process.stderr,
    cwd: () => cwd,
    once: () => {},
    exit: process.exit,
  };
}
