import type { ClientHello } from "./client-hello.ts";
import type { Interrupter } from "./wire-script.ts";

/** What a connection showed of the client, as far as it came. */
export interface WireSeen {
  hello?: ClientHello;
  /** Certificates as the client sent them, the leaf first. */
  clientChain?: readonly Uint8Array[];
  /** The HTTP request up to its blank line. */
  request?: string;
}

export type WireEnding =
  | { readonly ending: "answered" }
  | { readonly ending: "interrupted"; readonly by: Interrupter }
  /** `reason` is for the log of the server: what it did not like. */
  | { readonly ending: "alert-sent"; readonly alert: number; readonly reason: string }
  /** 0 is close_notify: the client had all that it wanted. */
  | { readonly ending: "alert-received"; readonly alert: number }
  | { readonly ending: "peer-left" }
  | { readonly ending: "timeout" };

export type WireOutcome = WireEnding & Readonly<WireSeen>;
