import { fstatSync, writeSync } from "node:fs";
import { Writable } from "node:stream";
import type { Terminal } from "./host.ts";

/**
 * A standard stream that is a file or a pipe, written at once. Node's own stream for a pipe loads the network first, which is a thirtieth
 * of a short run. Undefined for a terminal, of which Node's stream knows more.
 */
export function pipedOutput(fd: number): Terminal | undefined {
  const kind = fstatSync(fd);
  if (!kind.isFile() && !kind.isFIFO() && !kind.isSocket()) return undefined;
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      try {
        writeAll(fd, chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSome(fd, bytes.subarray(from));
}

const WAIT_MS = 5;

/** Another process may have made the pipe one that does not wait: then we do. */
function writeSome(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    return 0;
  }
}
