import type { Scene } from "../faults/build/scene.ts";
import type { Fault } from "../faults/fault.ts";

/** A fault that waits for clients. */
export interface LiveFault {
  readonly fault: Fault;
  readonly scene: Scene;
  /** What to connect to: an address, or a name where the name is what is wrong. */
  readonly address: string;
  readonly port: number;
  /** What to ask for: the name that goes into the hello and that the certificate is held against. */
  readonly name: string;
}

/** A lab that runs: its pages, its faults, and the root that a client may trust for a while. */
export interface RunningLab {
  /** The index page; below it `/live/ID/…`, where faults answer over HTTP. */
  readonly site: URL;
  readonly faults: readonly LiveFault[];
  readonly rootPem: string;
  close(): Promise<void>;
}
