import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { visit } from "../../../src/cli/tour/visit.ts";
import { faults } from "../../../src/faults/catalogue.ts";
import type { RunningLab } from "../../../src/lab/running-lab.ts";
import { chainPem } from "../../../src/lab/serve/chain-pem.ts";
import { type StartLabOptions, startLab } from "../../../src/lab/serve/start-lab.ts";
import { fault } from "./on-stage.ts";

let lab: RunningLab | undefined;
afterEach(() => lab?.close());

async function start(ids: readonly string[], options: StartLabOptions = {}): Promise<RunningLab> {
  lab = await startLab(ids.map(fault), options);
  return lab;
}

/** Below the range from which systems hand out ports. */
const freeBase = () => 20_000 + Math.floor(Math.random() * 10_000);

it("starts every fault there is, each with a port of its own", async () => {
  lab = await startLab(faults);
  expect(lab.failures).toEqual([]);
  expect(lab.faults.map((it) => it.fault)).toEqual(faults);
  const ports = lab.faults.filter(({ address }) => address === "127.0.0.1").map(({ port }) => port);
  expect(new Set(ports).size).toBe(ports.length);
});

it("takes ports in a row: the page's, the faults', and the further ones of STARTTLS", async () => {
  const port = freeBase();
  const { site, faults } = await start(["expired-leaf", "starttls-needed", "plain-http"], { port });
  expect(site.href).toBe(`http://127.0.0.1:${port}/`);
  expect(faults.map((it) => it.port)).toEqual([port + 1, port + 2, port + 3]);
  expect(faults[1]?.services.map((it) => it.port)).toEqual([2, 4, 5, 6, 7, 8, 9, 10].map((place) => port + place));
});

it.each([
  ["expired-leaf", "https://expired-leaf.lab.localhost:"],
  ["connection-timeout", "https://connection-timeout.lab.localhost:"],
  ["no-san-cn-only", "https://localhost:"],
  ["ip-no-ip-san", "https://127.0.0.1:"],
  ["dns-unknown", "https://nowhere.invalid/"],
  ["network-unreachable", "https://255.255.255.255/"],
])("asks for %s under %s", async (id, url) => {
  const { faults } = await start([id]);
  expect(faults[0]?.url).toContain(url);
});

it("tells of a fault that cannot be started, and starts the others", async () => {
  const port = freeBase();
  const squatter = createServer().listen(port + 1, "127.0.0.1");
  await once(squatter, "listening");
  const { faults, failures } = await start(["expired-leaf", "wrong-host"], { port });
  expect(faults.map((it) => it.fault.id)).toEqual(["wrong-host"]);
  expect(failures).toMatchObject([{ fault: { id: "expired-leaf" }, error: { code: "ERR_LISTEN" } }]);
  squatter.close();
});

it("says to a client that gets in which fault it does not mind", async () => {
  const { faults, root, site } = await start(["root-sent", "client-expired"]);
  const pages = await Promise.all(faults.map(({ port }) => visit(port, { ca: [chainPem([root])] })));
  expect(pages).toMatchObject([
    { accepted: true, text: expect.stringContaining(`does not mind "root-sent"`) },
    { accepted: false, text: expect.stringContaining("alert handshake failure") },
  ]);
  expect(pages[0]?.text).toContain(new URL("root-sent", site).href);
});

it("serves its page, the page of each fault and what faults offer over HTTP", async () => {
  const { site } = await start(["expired-leaf", "revoked-crl"]);
  const texts = await Promise.all(["", "expired-leaf"].map(async (path) => (await fetch(new URL(path, site))).text()));
  for (const text of texts) expect(text).toContain("expired-leaf.lab.localhost");
  expect((await fetch(new URL("live/revoked-crl/issuing.crl", site))).headers.get("content-type")).toBe(
    "application/pkix-crl",
  );
});

it("leaves nothing behind, not even those who are connected", async () => {
  const { site, faults, close } = await start(["hangs-on-hello", "connection-timeout", "starttls-needed"]);
  const client = connect(faults[0]?.port ?? 0, "127.0.0.1").resume();
  await once(client, "connect");
  await Promise.all([once(client, "close"), close()]);
  lab = undefined;
  for (const port of [Number(site.port), ...faults.map((it) => it.port)]) {
    const [error] = await once(connect(port, "127.0.0.1"), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  }
});
