import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/explain/look-up.ts";
import { topics } from "../../src/explain/topics/index.ts";
import { faultNamed, faults } from "../../src/faults/catalogue.ts";

describe("one thing by its name", () => {
  it.each([
    ["missing-intermediate", "fault"],
    ["0x0303", "version"],
    ["771", "version"],
    ["TLSv1.2", "version"],
    ["TLS 1.3", "version"],
    ["suite TLS_AES_128_GCM_SHA256", "suite"],
    ["suite ECDHE-ECDSA-AES256-GCM-SHA384", "suite"],
    ["20", "number"],
    ["trust store", "topic"],
    ["handshake", "topic"],
  ])("%s is a %s", (name, kind) => {
    expect(lookUp(name)?.kind).toBe(kind);
  });

  it.each(["certificate has expired", "alert 48", "suite of rooms", "", "999"])("%j is none", (text) => {
    expect(lookUp(text)).toBeUndefined();
  });

  it.each([
    ["ECDHE-RSA-AES128-GCM-SHA256", "good"],
    ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "good"],
    ["AES128-SHA", "weak: no forward secrecy"],
    ["ECDHE-RSA-RC4-SHA", "bad: do not use it"],
    ["TLS_CHACHA20_POLY1305_SHA256", "good"],
  ])("suite %s is %s", (suite, verdict) => {
    expect(lookUp(`suite ${suite}`)?.title).toBe(`${suite}: ${verdict}`);
  });

  it("every fault has an entry, and every fault that an entry names is there", () => {
    const entries = [...faults, ...topics].map(({ id }) => lookUp(id));
    expect(entries.every((entry) => entry !== undefined)).toBe(true);
    const named = entries.flatMap((entry) => entry?.faults ?? []);
    expect(named.filter((id) => faultNamed(id) === undefined)).toEqual([]);
  });
});
