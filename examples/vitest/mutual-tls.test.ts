// vitest run
import { once } from "node:events";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { TestCa } from "rootcause/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let ca: TestCa;
let server: https.Server;

beforeAll(async () => {
  ca = await TestCa.create({ intermediates: 1 });
  server = https.createServer(ca.issue("localhost").mutualServer, (_, response) => response.end("hello")).listen(0);
  await once(server, "listening");
});
afterAll(() => void server.close());

test("the server knows who calls", async () => {
  const alice = ca.issue("alice@example.com", { profile: "tls-client" });
  const { port } = server.address() as AddressInfo;
  const [response] = await once(https.get(`https://localhost:${port}`, { ...alice.client, agent: false }), "response");
  expect(response.resume().statusCode).toBe(200);
});

test("and sends strangers away", async () => {
  const { port } = server.address() as AddressInfo;
  await expect(once(https.get(`https://localhost:${port}`, { ...ca.trust, agent: false }), "response")).rejects.toThrow(
    "certificate required",
  );
});
