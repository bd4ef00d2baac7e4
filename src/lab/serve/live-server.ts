/** A fault on the wire. */
export interface LiveServer {
  /** What to connect to: an address, or a name where the name is what is wrong. */
  readonly address: string;
  readonly port: number;
  /** The command under which a client has to run to meet the fault, for example one that takes its network away. */
  readonly under?: readonly string[];
  /** Destroys every connection. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Loopback unless told. */
  readonly host?: string;
  /** Any that is free unless told. */
  readonly port?: number;
}
