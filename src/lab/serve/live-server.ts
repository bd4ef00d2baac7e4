/** A fault on the wire. */
export interface LiveServer {
  /** What to connect to: an address, or a name where the name is what is wrong. */
  readonly address: string;
  readonly port: number;
  /** What to ask for instead of the scene's name, where the place itself is what is wrong. */
  readonly name?: string;
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
