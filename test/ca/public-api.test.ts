import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as api from "../../src/index.ts";
import { scratchFolder } from "./fixtures.ts";
import { opensslVerify } from "./openssl.ts";

it("does what its page shows first", async () => {
  const { createStore, createCa, builtinProfile, issue, exportFiles, deliver, pem } = api;
  const now = () => new Date();
  const folder = scratchFolder();
  const out = join(folder, "out");
  const context = { store: await createStore(join(folder, "ca-store"), { now }), now };
  const { issuing } = await createCa(context, { name: "Acme" });
  const issued = await issue(context, issuing, { profile: builtinProfile("tls-server"), names: ["localhost"] });
  await deliver(out, await exportFiles([pem], issued, { directory: out }));
  await context.store.close();

  const read = (name: string) => api.readCertificates(readFileSync(join(out, name)));
  const [leaf, ...chain] = read("fullchain.pem") as [api.Certificate, ...api.Certificate[]];
  const trust = read("root.pem");
  expect(api.verify([leaf, ...chain], { trust, name: "localhost", purpose: "serverAuth" }).valid).toBe(true);
  opensslVerify({ leaf, chain, root: issued.root, purpose: "sslserver", at: leaf.notBefore });
});

it("keeps to a page, explains its groups, and exports by name alone", () => {
  const page = readFileSync("src/index.ts", "utf8");
  expect(page.split("\n").length).toBeLessThan(140);
  expect(page).not.toMatch(/export \*/);
  expect(page.match(/^\/\/ .+\.$/gm)?.length).toBeGreaterThan(8);
});
