import { defineConfig } from "vitest/config";

/** Real clients: curl, OpenSSL, Go, Java, GnuTLS, Python. `.ci/run` installs them; a missing one fails. */
export default defineConfig({
  test: {
    include: ["test/interop/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
  },
});
