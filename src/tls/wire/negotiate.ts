import type { KeyObject } from "node:crypto";
import { type CipherSuite, cipherSuites } from "./cipher-suites.ts";
import { type ClientHello, offersVersion } from "./client-hello.ts";
import { type Group, groups } from "./groups.ts";
import { type SignatureScheme, signatureSchemes } from "./signature-schemes.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";
import { TLS12 } from "./versions.ts";

export interface Agreement {
  readonly suite: CipherSuite;
  readonly group: Group;
  readonly scheme: SignatureScheme;
}

/**
 * What both sides speak: of the suites and groups the one that the client names first.
 * @throws TlsAlert protocol_version (RFC 5246 appendix E.1) or handshake_failure (section 7.4.1.3)
 */
export function negotiate(hello: ClientHello, key: KeyObject): Agreement {
  if (!offersVersion(hello, TLS12)) throw new TlsAlert(ALERT.protocolVersion, "the client does not speak TLS 1.2");
  const keyType = key.asymmetricKeyType;
  const signer = keyType === "rsa" ? "rsa" : "ecdsa"; // Ed25519 signs where ECDSA does: RFC 8422 section 5.1.1
  const suites = cipherSuites.filter((suite) => suite.signer === signer);
  // A client that names no groups leaves them to the server: RFC 8422 section 4.
  const offeredGroups = hello.groups ?? groups.map(({ code }) => code);
  return {
    suite: firstShared("cipher suite", hello.cipherSuites, suites),
    group: firstShared("group", offeredGroups, groups),
    scheme: preferredScheme(hello.signatureSchemes ?? [], keyType),
  };
}

function firstShared<T extends { readonly code: number }>(
  what: string,
  offered: readonly number[],
  known: readonly T[],
): T {
  for (const code of offered) {
    const shared = known.find((row) => row.code === code);
    if (shared !== undefined) return shared;
  }
  throw new TlsAlert(ALERT.handshakeFailure, `no shared ${what}`);
}

function preferredScheme(offered: readonly number[], keyType: string | undefined): SignatureScheme {
  const scheme = signatureSchemes.find((row) => row.keyType === keyType && offered.includes(row.code));
  if (scheme === undefined) throw new TlsAlert(ALERT.handshakeFailure, `no shared signature scheme for ${keyType}`);
  return scheme;
}
