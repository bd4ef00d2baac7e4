import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { faults } from "../../../src/faults/catalogue.ts";
import type { RunningLab } from "../../../src/lab/running-lab.ts";
import { startLab } from "../../../src/lab/serve/start-lab.ts";

let lab: RunningLab;
let ports: readonly number[];
beforeAll(async () => {
  lab = await startLab(faults.filter(({ id }) => id !== "connection-timeout"));
  const local = lab.faults.filter(({ address }) => address === "127.0.0.1");
  ports = [Number(lab.site.port), ...local.flatMap(({ port, services }) => [port, ...services.map((it) => it.port)])];
});
afterAll(() => lab.close());

/** The first octets of a TLS record that promises more than comes. */
const halfHello = Buffer.of(22, 3, 1, 2, 0, 1, 0, 1, 252);
const requests = ["STARTTLS\r\n", "a STARTTLS\r\n", "STLS\r\n", "AUTH TLS\r\n"].join("");

it.each<[string, (socket: Socket) => void]>([
  ["leave at once", (socket) => socket.destroy()],
  ["reset at once", (socket) => socket.resetAndDestroy()],
  ["talk noise and leave", (socket) => socket.end(randomBytes(300))],
  ["reset in the middle of a hello", (socket) => socket.write(halfHello, () => socket.resetAndDestroy())],
  ["send an alert", (socket) => socket.end(Buffer.of(21, 3, 3, 0, 2, 2, 40))],
  ["ask for TLS and reset", (socket) => socket.write(requests, () => socket.resetAndDestroy())],
  ["ask for TLS and talk noise", (socket) => socket.end(Buffer.concat([Buffer.from(requests), randomBytes(64)]))],
])("no server minds clients that %s", async (_, misbehave) => {
  await Promise.all(ports.map((port) => meet(port, misbehave)));
  expect((await fetch(lab.site)).status).toBe(200);
});

async function meet(port: number, misbehave: (socket: Socket) => void): Promise<void> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  const closed = once(socket, "close");
  socket
    .once("connect", () => misbehave(socket))
    .setTimeout(500, () => socket.destroy())
    .resume();
  await closed.catch(() => {});
}
