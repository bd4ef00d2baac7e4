// node --experimental-vm-modules node_modules/.bin/jest
import { once } from "node:events";
import https from "node:https";
import { TestCa } from "rootcause/testing";

test("an expired certificate is refused", async () => {
  const ca = await TestCa.create();
  const expired = ca.issue("localhost", { notBefore: new Date("2020-01-01"), notAfter: new Date("2020-02-01") });
  const server = https.createServer(expired.server).listen(0);
  await once(server, "listening");
  const answer = once(
    https.get(`https://localhost:${server.address().port}`, { ...ca.trust, agent: false }),
    "response",
  );
  await expect(answer).rejects.toMatchObject({ code: "CERT_HAS_EXPIRED" });
  server.close();
});
