import type { PrivateKey } from "../../keys/private-key.ts";
import type { VerifyOptions } from "../../verify/verify-options.ts";
import type { Conduct } from "./conduct.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Issued } from "./issued.ts";

/** What one side shows to prove who it is: certificates, its own first, and the key that it signs with. */
export interface Identity {
  readonly chain: readonly Issued[];
  readonly key: PrivateKey;
}

/** What the client does in its own way. */
export interface ClientConduct {
  /** The certificate that it shows when it is asked. */
  readonly identity?: Identity;
  /** False for a client that sends no server name. */
  readonly sni?: boolean;
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  readonly alpn?: readonly string[];
}

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** A server that asks for client certificates. */
export interface ClientDemand {
  /** The roots that it trusts. */
  readonly trust: readonly Issued[];
  readonly crls?: readonly Uint8Array[];
}

/** A fault as it stands between a server and its client: what each of them holds, does and asks for. */
export interface Scene {
  readonly server: Identity;
  /** What the client trusts. */
  readonly trust: readonly Issued[];
  /** The name that the client asks for. */
  readonly name: string;
  /** CRLs at hand, DER. */
  readonly crls: readonly Uint8Array[];
  /** OCSP responses at hand, DER; the server staples the first. */
  readonly ocsp: readonly Uint8Array[];
  /** What is offered over HTTP while the fault is live. */
  readonly endpoints: readonly Endpoint[];
  /** What else a verifier must be told for the fault to show: a limit, a policy, revocation. */
  readonly verify: Partial<VerifyOptions>;
  readonly conduct: Conduct;
  readonly demand: ClientDemand | undefined;
  readonly client: ClientConduct;
}

/** What a fault says of its scene; the rest is as it should be. */
export interface SceneSpec extends Partial<Omit<Scene, "server">> {
  /** What the server sends; leaf and intermediate of the good chain unless told. */
  readonly sent?: readonly Issued[];
  /** The server's key; the leaf's own unless told. */
  readonly key?: PrivateKey;
}
