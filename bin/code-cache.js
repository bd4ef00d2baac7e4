const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

// What V8 made of the sources is kept, so that it need not be made at every start: by Node itself since 22.8, and before that in the
// files that the build wrote beside the sources. A cache of another V8 is refused, and the source compiled.
if (Module.enableCompileCache) Module.enableCompileCache();
else require.extensions[".cjs"] = loadCached;

function loadCached(module, filename) {
  const cache = `${filename}.cache`;
  if (!existsSync(cache)) return module._compile(readFileSync(filename, "utf8"), filename);
  const source = readFileSync(filename, "latin1"); // the bundler writes ASCII, which need not be decoded
  const script = new Script(Module.wrap(source), { filename, cachedData: readFileSync(cache) });
  const { exports } = module;
  script.runInThisContext().call(exports, exports, Module.createRequire(filename), module, filename, dirname(filename));
}
