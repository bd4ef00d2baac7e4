import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isPkiError } from "../../src/errors/pki-error.ts";
import { builtinProfile, builtinProfileNames, builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import { loadProfile } from "../../src/profile/load-profile.ts";
import { parseProfile } from "../../src/profile/schema/parse-profile.ts";

const folder = join(import.meta.dirname, "../../templates");
const files = readdirSync(folder);

describe("templates/", () => {
  it("holds one YAML file per built-in profile and nothing else", () => {
    expect(files.sort()).toEqual(builtinProfileNames.map((name) => `${name}.yaml`));
  });

  it.each(builtinProfileNames)(
    "%s.yaml is what src/profile/builtin.generated.ts says; else run `npx tsx .ci/templates.ts`",
    (name) => {
      const text = readFileSync(join(folder, `${name}.yaml`), "utf8");
      expect(builtinProfiles[name]).toEqual(parseProfile(text, `${name}.yaml`));
      expect(builtinProfiles[name].name).toBe(name);
      expect(text).toMatch(/^# /);
      expect(builtinProfiles[name].description).not.toBe("");
    },
  );
});

describe("loadProfile", () => {
  it("takes a name", async () => {
    expect(await loadProfile("spiffe")).toBe(builtinProfiles.spiffe);
  });

  it("takes a path", async () => {
    expect(await loadProfile(join(folder, "mtls.yaml"))).toEqual(builtinProfiles.mtls);
  });

  it("names the nearest profile when there is none of that name", () => {
    expect(() => builtinProfile("tls-sever")).toThrow('there is no profile "tls-sever"; the nearest is "tls-server"');
  });

  it("says which file cannot be read", async () => {
    const error = await loadProfile("./absent.yaml").catch((caught: unknown) => caught);
    expect(isPkiError(error, "ERR_PROFILE_UNREADABLE") && error.message).toBe(
      "the profile ./absent.yaml cannot be read: there is no such file",
    );
    await expect(loadProfile(folder.concat("/"))).rejects.toThrow("cannot be read");
  });
});
