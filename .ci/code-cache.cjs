// Writes program.cjs.cache: what V8 compiled of the bundle while a CA was made and a certificate issued. bin/code-cache.js reads it.
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { tmpdir } = require("node:os");
const { dirname, join, resolve } = require("node:path");
const { PassThrough } = require("node:stream");
const { Script } = require("node:vm");

const folder = resolve(__dirname, "../dist/cli");
const program = join(folder, "program.cjs");

if (Module.enableCompileCache === undefined) warmUp();

async function warmUp() {
  let script;
  require.extensions[".cjs"] = (module, filename) => {
    const compiled = new Script(Module.wrap(readFileSync(filename, "utf8")), { filename });
    if (filename === program) script = compiled;
    const { exports } = module;
    compiled
      .runInThisContext()
      .call(exports, exports, Module.createRequire(filename), module, filename, dirname(filename));
  };
  const { main } = require("../dist/cli/main.cjs");
  const cwd = mkdtempSync(join(tmpdir(), "rootcause-build-"));
  try {
    for (const args of [
      ["init", "Warm", "--quiet"],
      ["issue", "localhost"],
    ]) {
      const status = await main(hostOf(cwd, args));
      if (status !== 0) throw new Error(`rootcause ${args.join(" ")} ended with status ${status}`);
    }
    writeFileSync(`${program}.cache`, script.createCachedData());
  } finally {
    rmSync(cwd, { recursive: true });
  }
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
