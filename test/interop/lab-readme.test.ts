import { join } from "node:path";
import { beforeAll, describe, it } from "vitest";
import { Laboratory } from "../../src/faults/build/laboratory.ts";
import { faults } from "../../src/faults/catalogue.ts";
import { hasFiles } from "../../src/lab/make/fault-folder.ts";
import { opensslServes } from "../../src/lab/make/openssl-serves.ts";
import { runCli } from "../cli/run-cli.ts";
import { tempFolder } from "../cli/temp-folder.ts";
import { tryReadme } from "../lab/make/try-readme.ts";

const out = tempFolder();
const laboratory = new Laboratory(new Date());
const ids = faults.filter((fault) => hasFiles(fault) && opensslServes(laboratory.build(fault))).map(({ id }) => id);

beforeAll(async () => {
  await runCli(["lab", "make", "--all", "--out", out]);
});

describe("a README", { timeout: 60_000 }, () => {
  it.each(ids)("shows on the wire how OpenSSL and curl refuse %s, and accept what is mended", (id) =>
    tryReadme(join(out, id)),
  );
});
