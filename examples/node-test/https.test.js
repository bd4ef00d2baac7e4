// node --test
import assert from "node:assert/strict";
import { once } from "node:events";
import https from "node:https";
import { after, before, test } from "node:test";
import { TestCa } from "rootcause/testing";

let ca;
let server;

before(async () => {
  ca = await TestCa.create();
  server = https.createServer(ca.issue("localhost").server, (_, response) => response.end("hello")).listen(0);
  await once(server, "listening");
});
after(() => server.close());

test("https://localhost answers those who trust the CA", async () => {
  const [response] = await once(
    https.get(`https://localhost:${server.address().port}`, { ...ca.trust, agent: false }),
    "response",
  );
  assert.equal(response.resume().statusCode, 200);
});
