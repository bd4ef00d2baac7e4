import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Lines that came together. */
export interface LinePacket {
  readonly lines: readonly string[];
  /** More had come when they ended: whoever sends them does not wait for each answer. */
  readonly isStream: boolean;
}

/** The lines of a stream as they come, those of one chunk together; empty ones are left out. */
export async function* linePackets(stream: Readable): AsyncGenerator<LinePacket> {
  const decoder = new StringDecoder("utf8");
  let rest: string[] = [];
  for await (const chunk of stream) {
    const parts = decoder.write(chunk).split("\n");
    const last = parts.pop() as string;
    if (parts.length === 0) {
      rest.push(last);
      continue;
    }
    parts[0] = rest.join("") + parts[0];
    rest = [last];
    const lines = parts.filter(isFilled);
    if (lines.length > 0) yield { lines, isStream: lines.length > 1 || last !== "" };
  }
  const last = rest.join("") + decoder.end();
  if (isFilled(last)) yield { lines: [last], isStream: false };
}

function isFilled(line: string): boolean {
  return line.trim() !== "";
}
