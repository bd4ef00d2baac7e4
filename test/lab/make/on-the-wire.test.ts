import { join } from "node:path";
import { beforeAll, describe, it } from "vitest";
import { runCli } from "../../cli/run-cli.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { tryReadme } from "./try-readme.ts";

const out = tempFolder();

/** Of each kind one: chain, name, weak key, CRL, client certificates that are bad and missing. The interop tests try all. */
const ids = [
  "missing-intermediate",
  "ip-no-ip-san",
  "rsa1024-leaf",
  "revoked-crl",
  "client-expired",
  "client-certificate-missing",
];

beforeAll(async () => {
  await runCli(["lab", "make", ...ids, "--out", out]);
});

describe("a README", { timeout: 30_000 }, () => {
  it.each(ids)("shows on the wire how OpenSSL and curl refuse %s, and accept what is mended", (id) =>
    tryReadme(join(out, id)),
  );
});
