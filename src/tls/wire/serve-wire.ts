import type { Socket } from "node:net";
import { hangUp, untilClosed } from "../hang-up.ts";
import { PeerGone } from "../socket-reader.ts";
import { handshake } from "./handshake.ts";
import { answer, readRequest } from "./http-exchange.ts";
import { Interrupted, interruptAt } from "./interruption.ts";
import { RecordStream } from "./record-stream.ts";
import { ALERT, PeerAlert, TlsAlert } from "./tls-alert.ts";
import type { WireEnding, WireOutcome, WireSeen } from "./wire-outcome.ts";
import type { Interrupter, WirePlan } from "./wire-script.ts";

export interface ServeWireOptions {
  /** How long the client may take from its hello to its request. Default 10 s. */
  readonly timeoutMs?: number;
}

/** How long a script that hangs lets a client wait. Milliseconds. */
const HANG_MS = 600_000;

/**
 * Serves one connection as the script says: a TLS 1.2 handshake, one HTTP request, one answer, or whatever interrupts them.
 * Never rejects for what a client does; when it resolves, the socket is closed.
 */
export async function serveWire(
  socket: Socket,
  plan: WirePlan,
  { timeoutMs = 10_000 }: ServeWireOptions = {},
): Promise<WireOutcome> {
  socket.setNoDelay();
  socket.on("error", () => {}); // whoever waits for the socket sees that it is gone
  const records = new RecordStream(socket);
  const seen: WireSeen = {};
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    socket.destroy();
  }, timeoutMs);
  const ending = await converse(records, plan, seen).catch((error: unknown) => endingOf(error, late));
  clearTimeout(deadline);
  await act(socket, records, ending);
  return { ...ending, ...seen };
}

async function converse(records: RecordStream, plan: WirePlan, seen: WireSeen): Promise<WireEnding> {
  const script = await handshake(records, plan, seen);
  seen.request = await readRequest(records);
  interruptAt("request", script);
  answer(records, script.body ?? "");
  return { ending: "answered" };
}

function endingOf(error: unknown, late: boolean): WireEnding {
  if (error instanceof Interrupted) return { ending: "interrupted", by: error.by };
  if (error instanceof PeerAlert) return { ending: "alert-received", alert: error.alert };
  if (error instanceof PeerGone) return { ending: late ? "timeout" : "peer-left" };
  if (error instanceof TlsAlert) return { ending: "alert-sent", alert: error.alert, reason: error.message };
  return { ending: "alert-sent", alert: ALERT.internalError, reason: String(error) };
}

function act(socket: Socket, records: RecordStream, ending: WireEnding): Promise<void> {
  if (ending.ending === "interrupted") return interrupt(socket, records, ending.by);
  if (ending.ending === "alert-sent") records.writeAlert(ending.alert);
  return hangUp(socket);
}

function interrupt(socket: Socket, records: RecordStream, by: Interrupter): Promise<void> {
  if (by === "hang") {
    socket.resume();
    return untilClosed(socket, HANG_MS);
  }
  if (by === "reset") socket.resetAndDestroy();
  else if (by !== "close") records.writeAlert(by);
  return hangUp(socket);
}
