const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

// What V8 made of the sources is kept, so that it need not be made at every start: beside the bundles, where the build wrote it for its
// own V8; for another V8 by Node itself, since 22.8, which takes a quarter longer.
const cacheOf = (filename) => `${filename}.${process.versions.v8}.cache`;

if (existsSync(cacheOf(join(__dirname, "../dist/cli/everyday.cjs")))) require.extensions[".cjs"] = loadCached;
else Module.enableCompileCache?.();

function loadCached(module, filename) {
  const cache = cacheOf(filename);
  if (!existsSync(cache)) return module._compile(readFileSync(filename, "utf8"), filename);
  const script = new Script(wrapped(readFileSync(filename)), { filename, cachedData: readFileSync(cache) });
  const { exports } = module;
  script.runInThisContext().call(exports, exports, Module.createRequire(filename), module, filename, dirname(filename));
}

// Put together as bytes: strings that are joined are copied in the heap, which then has to be tidied up before it is of use. The build
// sees to it that they are ASCII, so that nothing need be decoded.
function wrapped(source) {
  const [before, after] = Module.wrap("|").split("|");
  return Buffer.concat([Buffer.from(before), source, Buffer.from(after)]).latin1Slice();
}
