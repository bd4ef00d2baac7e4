import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { faults } from "../../../src/faults/catalogue.ts";
import { serveScene } from "../../../src/lab/serve/serve-scene.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { isMissing, runClient } from "../../tls/run-client.ts";
import { firstFlight } from "./first-flight.ts";
import { fault, laboratory, onStage } from "./on-stage.ts";

const folder = tempFolder();

describe("the certificates that a fault says", () => {
  const plain = faults.filter((it) => Object.keys(laboratory.build(it).conduct).length === 1);

  it.each(plain.map(({ id }) => id))("%s sends them octet by octet", async (id) => {
    const scene = laboratory.build(fault(id));
    const list = Buffer.concat(scene.server.chain.map(({ der }) => vector24(der)));
    const sent = await onStage(scene, folder, ({ port }) => firstFlight(port));
    expect(sent.includes(vector24(list))).toBe(true);
  });
});

/** RFC 5246 section 7.4.2: certificates, and the list of them, stand behind their lengths in three octets. */
function vector24(octets: Uint8Array): Buffer {
  const { length } = octets;
  return Buffer.concat([Buffer.of(length >> 16, (length >> 8) & 0xff, length & 0xff), octets]);
}

it.skipIf(isMissing("curl"))("curl reads the page once the fault is mended", async () => {
  const { status, output } = await onStage(laboratory.mend(fault("expired-leaf")), folder, ({ port, trustFile }) => {
    const where = ["--connect-to", `localhost::127.0.0.1:${port}`, "https://localhost/"];
    return runClient("curl", ["-sS", "-i", "--cacert", trustFile, ...where]);
  });
  expect([status, output]).toEqual([0, expect.stringMatching(/^HTTP\/1.1 200 OK\r\n.*the lab of rootcause\n$/s)]);
});

it.skipIf(isMissing("curl")).each(["smtp", "imap", "pop3"] as const)(
  "curl is content with %s after STARTTLS",
  async (protocol) => {
    const scene: Scene = { ...laboratory.build(fault("starttls-needed")), conduct: { kind: "plain", protocol } };
    const { status, output } = await onStage(scene, folder, ({ port, trustFile }) =>
      runClient("curl", ["-sS", "--ssl-reqd", "--cacert", trustFile, `${protocol}://localhost:${port}/`]),
    );
    expect([status, output]).toEqual([0, expect.not.stringContaining("curl:")]);
  },
);

it("hangs up on everyone when it closes", async () => {
  const server = await serveScene(laboratory.build(fault("hangs-on-hello")));
  const client = connect(server.port, server.address).resume();
  await once(client, "connect");
  const ended = once(client, "close");
  await server.close();
  await ended;
  const [refusal] = await once(connect(server.port, server.address), "error");
  expect(refusal).toMatchObject({ code: "ECONNREFUSED" });
});

it.each(["expired-leaf", "closes-on-hello", "connection-refused", "connection-timeout"])(
  "says that the port for %s is taken",
  async (id) => {
    const scene = laboratory.build(fault(id));
    const { port, close } = await serveScene(scene);
    await expect(serveScene(scene, { port })).rejects.toMatchObject({ code: "ERR_LISTEN" });
    await close();
  },
);
