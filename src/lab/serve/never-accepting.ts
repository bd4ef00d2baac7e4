import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { listenError } from "../../tls/listen-error.ts";
import type { ListenOptions, LiveServer } from "./live-server.ts";

/** A thread that listens and then sleeps: connections queue up, and nobody takes them. */
const SLEEPER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen(workerData, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;
/** How long a connection may take to be queued, on loopback. Milliseconds. */
const QUEUED_MS = 250;

/** A port whose queue is full: the kernel drops the packets of all who knock, as a firewall does. */
export async function neverAccepting({ host = "127.0.0.1", port = 0 }: ListenOptions): Promise<LiveServer> {
  const sleeper = new Worker(SLEEPER, { eval: true, workerData: { host, port, backlog: 1 } });
  const [bound] = (await once(sleeper, "message").catch((error: unknown) => {
    throw listenError(host, port, error);
  })) as [number];
  const queue: Socket[] = [];
  do queue.push(connect(bound, host).on("error", () => {}));
  while (await connects(queue.at(-1) as Socket));
  const close = async () => {
    for (const socket of queue) socket.destroy();
    await sleeper.terminate();
  };
  return { address: host, port: bound, close };
}

function connects(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    // The event of a connection that stands comes before the verdict, even where the timer is late.
    const patience = setTimeout(() => setImmediate(() => resolve(false)), QUEUED_MS);
    socket.once("connect", () => {
      clearTimeout(patience);
      resolve(true);
    });
  });
}
