import type { Fault } from "../fault.ts";
import { alertHandshakeFailure } from "./alert-handshake-failure.ts";
import { alertInsufficientSecurity } from "./alert-insufficient-security.ts";
import { alertInternalError } from "./alert-internal-error.ts";
import { alertNoApplicationProtocol } from "./alert-no-application-protocol.ts";
import { alertProtocolVersion } from "./alert-protocol-version.ts";
import { alertUnrecognizedName } from "./alert-unrecognized-name.ts";
import { closesOnHello } from "./closes-on-hello.ts";
import { connectionRefused } from "./connection-refused.ts";
import { connectionTimeout } from "./connection-timeout.ts";
import { dnsTemporary } from "./dns-temporary.ts";
import { dnsUnknown } from "./dns-unknown.ts";
import { hangsOnHello } from "./hangs-on-hello.ts";
import { networkUnreachable } from "./network-unreachable.ts";
import { noSharedCipher } from "./no-shared-cipher.ts";
import { noSharedGroup } from "./no-shared-group.ts";
import { plainHttp } from "./plain-http.ts";
import { resetsOnHello } from "./resets-on-hello.ts";
import { serverMaxTls10 } from "./server-max-tls10.ts";
import { serverMaxTls11 } from "./server-max-tls11.ts";
import { serverOnlyTls12 } from "./server-only-tls12.ts";
import { serverOnlyTls13 } from "./server-only-tls13.ts";
import { sniRequired } from "./sni-required.ts";
import { starttlsNeeded } from "./starttls-needed.ts";
import { tlsIntercepted } from "./tls-intercepted.ts";

/** The faults of this group, in the order of the documentation. */
export const handshakeFaults: readonly Fault[] = [
  dnsUnknown,
  dnsTemporary,
  connectionRefused,
  connectionTimeout,
  networkUnreachable,
  plainHttp,
  starttlsNeeded,
  closesOnHello,
  resetsOnHello,
  hangsOnHello,
  alertHandshakeFailure,
  noSharedCipher,
  noSharedGroup,
  alertProtocolVersion,
  serverMaxTls10,
  serverMaxTls11,
  serverOnlyTls12,
  serverOnlyTls13,
  alertInsufficientSecurity,
  alertInternalError,
  alertUnrecognizedName,
  alertNoApplicationProtocol,
  sniRequired,
  tlsIntercepted,
];
