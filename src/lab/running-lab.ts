import type { StarttlsProtocol } from "../faults/build/conduct.ts";
import type { Issued } from "../faults/build/issued.ts";
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
  readonly url: string;
  /** The command under which a client has to run to meet the fault, for example one that takes its network away. */
  readonly under?: readonly string[];
  /** Where it is asked for TLS in the words of a protocol that begins in the clear. */
  readonly services: readonly Service[];
}

/** A protocol that begins in the clear and takes STARTTLS. */
export interface Service {
  readonly protocol: StarttlsProtocol;
  readonly port: number;
}

/** A fault that could not be started. */
export interface FailedFault {
  readonly fault: Fault;
  readonly error: Error;
}

/** A lab that runs. */
export interface RunningLab {
  /** The index page; below it `/live/ID/…`, where faults answer over HTTP. */
  readonly site: URL;
  readonly faults: readonly LiveFault[];
  readonly failures: readonly FailedFault[];
  /** What its clients trust, where a fault brings nothing else. */
  readonly root: Pick<Issued, "der">;
  /** Hangs up on everyone. */
  close(): Promise<void>;
}
