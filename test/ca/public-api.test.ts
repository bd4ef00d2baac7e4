import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as api from "../../src/index.ts";
import { nobody } from "../revocation/fetch/loopback.ts";
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

it("answers OCSP, publishes CRLs, and asks for both", async () => {
  const now = () => new Date();
  const store = await api.createStore(join(scratchFolder(), "ca-store"), { now });
  const baseUrl = await nobody();
  const { root, issuing } = await api.createCa({ store, now }, { name: "Acme", baseUrl });
  const order = { profile: api.builtinProfile("tls-server"), names: ["localhost"] };
  const { certificate: leaf, chain } = await api.issue({ store, now }, issuing, order);

  const terms = { signBy: "delegate", nonIssued: "unknown", validityMs: 3_600_000 } as const;
  const { live } = await api.openResponder({ store, now }, terms);
  const changes = new api.StoreChanges(store, console.error);
  const ocsp = new api.OcspEndpoint(new api.PresignedResponder(live, changes, now), now, console.error);
  const publications = new api.PublicationEndpoint(new api.AuthorityCertificates(store), now);
  const site = api.publicSite({ ocsp, publications, onFailure: console.error });
  const server = await api.HttpServer.start(site, { host: "127.0.0.1", port: Number(new URL(baseUrl).port) });
  try {
    const options = { trust: [root.certificate], name: "localhost", revocation: "require" } as const;
    expect((await api.verifyOnline([leaf, ...chain], options)).findings).toEqual([]);
    expect((await api.verifyOnline([leaf], { ...options, fetchIssuers: true })).valid).toBe(true);
    await api.revoke({ store, now }, leaf);
    await changes.look();
    expect((await api.verifyOnline([leaf, ...chain], options)).valid).toBe(false);
  } finally {
    await server.stop();
    await store.close();
  }
});

it("keeps to a page, explains its groups, and exports by name alone", () => {
  const page = readFileSync("src/index.ts", "utf8");
  expect(page.split("\n").length).toBeLessThan(180);
  expect(page).not.toMatch(/export \*/);
  expect(page.match(/^\/\/ .+\.$/gm)?.length).toBeGreaterThan(8);
});
