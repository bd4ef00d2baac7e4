#!/usr/bin/env node
// CommonJS, as package.json beside it says: the loader of ES modules would take a fifth of the time that Node takes to start.
require("./code-cache.js");

const { hostOf, main } = load();
main(hostOf(process)).then((status) => {
  process.exitCode = status;
});

function load() {
  try {
    return require("../dist/cli/main.cjs");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    process.stderr.write("rootcause: error: it is not built yet\nrootcause: hint: run `npm run build` first\n");
    process.exit(3);
  }
}
