#!/usr/bin/env node
process.getBuiltinModule("node:module").enableCompileCache?.();
const { main } = await import("../dist/cli/main.js").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("rootcause: error: it is not built yet\nrootcause: hint: run `npm run build` first\n");
  process.exit(3);
});
process.exitCode = await main(process);
