import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deliver } from "../../src/ca/deliver.ts";
import { refusal, scratchFolder } from "./fixtures.ts";

const pair = [
  { name: "cert.pem", contents: "certificate" },
  { name: "key.pem", contents: "key", secret: true },
];

describe("deliver", () => {
  it("makes the folder, keeps secrets for their owner, and leaves no other file", async () => {
    const folder = join(scratchFolder(), "a", "b");
    expect(await deliver(folder, pair)).toEqual([join(folder, "cert.pem"), join(folder, "key.pem")]);
    expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "cert.pem"), "utf8")).toBe("certificate");
    expect(readdirSync(folder).toSorted()).toEqual(["cert.pem", "key.pem"]);
  });

  it("replaces nothing unless told, and finds out before it writes", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "key.pem"), "mine");
    const { facts } = await refusal(deliver(folder, pair), "ERR_FILE_EXISTS");
    expect(facts.file).toBe(join(folder, "key.pem"));
    expect(readdirSync(folder)).toEqual(["key.pem"]);
    await deliver(folder, pair, { overwrite: true });
    expect(readFileSync(join(folder, "key.pem"), "utf8")).toBe("key");
    expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
  });

  it("takes everything back when one file cannot be put in its place", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "cert.pem"), "old");
    mkdirSync(join(folder, "key.pem")); // cannot be replaced by a file
    await refusal(deliver(folder, pair, { overwrite: true }), "ERR_DELIVERY_FOLDER");
    expect(readFileSync(join(folder, "cert.pem"), "utf8")).toBe("old");
    expect(readdirSync(folder).toSorted()).toEqual(["cert.pem", "key.pem"]);
  });

  it("says when there is no place for the files", async () => {
    const file = join(scratchFolder(), "file");
    writeFileSync(file, "");
    await refusal(deliver(file, pair), "ERR_DELIVERY_FOLDER");
    const { facts } = await refusal(deliver("/dev/full/x", pair), "ERR_DELIVERY_FOLDER");
    expect(facts.why).toBe("a file stands where a folder should be");
    expect(existsSync(file)).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)("says when the folder is for reading only", async () => {
    const folder = scratchFolder();
    process.seteuid?.("nobody");
    try {
      const { facts } = await refusal(deliver(folder, pair), "ERR_DELIVERY_FOLDER");
      expect(facts.why).toBe("permission denied");
    } finally {
      process.seteuid?.(0);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
