// Runs the benchmarks as they ship: bundled like the command line, because a loader's own marks on every function cost time.
import { rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist/bench", { recursive: true, force: true });
await build({
  entryPoints: ["bench/main.ts", "bench/peers/http-client.ts", "bench/peers/ocsp-server.ts"],
  outdir: "dist/bench",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
await import("../dist/bench/main.js");
