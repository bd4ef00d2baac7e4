import { expect, it } from "vitest";
import { clientPrints } from "../../src/explain/client-prints.ts";
import { explain } from "../../src/explain/explain.ts";
import { faults } from "../../src/faults/catalogue.ts";

const ofNetwork = ["dns-unknown", "dns-temporary", "connection-refused", "connection-timeout", "network-unreachable"];
const textsOf = (id: string, client: string) =>
  faults
    .filter((fault) => fault.id === id)
    .flatMap(clientPrints)
    .find((print) => print.client === client)?.texts;

it("gives each client its own words", () => {
  expect(textsOf("dns-unknown", "openssl")).toEqual(["Name or service not known"]);
  expect(textsOf("dns-unknown", "curl")).toEqual(["Could not resolve host"]);
  expect(textsOf("dns-unknown", "java")).toEqual(["UnknownHostException"]);
  expect(textsOf("dns-temporary", "chromium")).toEqual(["ERR_NAME_NOT_RESOLVED"]);
  expect(textsOf("dns-temporary", "node")).toEqual(["EAI_AGAIN"]);
});

it.each(ofNetwork)("whatever is said of %s is known to explain again", (id) => {
  const prints = faults.filter((fault) => fault.id === id).flatMap(clientPrints);
  expect(prints.length).toBeGreaterThan(0);
  for (const { client, texts } of prints)
    for (const text of texts) expect(explain(text).candidates, `${text} of ${client}`).not.toEqual([]);
});
