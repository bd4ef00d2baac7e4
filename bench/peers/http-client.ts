import { connect } from "node:net";

// Load for bench/http-load.ts from a process of its own: prints how many whole answers came.
// Arguments: the port, the whole HTTP request in base64, and whether the server closes the connection after each answer.

const CONNECTIONS = 32;
const SLICE_MS = 1000;

const [port, request = "", closes] = process.argv.slice(2);
console.log(await countAnswers(Number(port), Buffer.from(request, "base64"), closes === "true"));

/** Asks again and again over several connections; answers how many whole answers came. */
async function countAnswers(port: number, request: Buffer, closes: boolean): Promise<number> {
  const until = performance.now() + SLICE_MS;
  let count = 0;
  const keepAsking = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(request));
      let expected = 0;
      let received = 0;
      socket.on("data", (chunk: Buffer) => {
        expected ||= answerLength(chunk);
        received += chunk.length;
        if (received < expected) return;
        count++;
        received = 0;
        if (performance.now() >= until) socket.destroy();
        else if (!closes) socket.write(request);
      });
      socket.on("error", () => {}); // a connection that was cut counts nothing
      socket.on("close", () => resolve(performance.now() < until ? keepAsking() : undefined));
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  return count;
}

/** Head and body, from the beginning of the first answer: the others are as long. */
function answerLength(start: Buffer): number {
  const head = start.toString("latin1").split("\r\n\r\n", 1)[0] as string;
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1]);
  if (!/^HTTP\/1\.\d 200/.test(head)) throw new Error(head);
  return head.length + 4 + length;
}
