import {
  createSecureContext,
  createServer,
  type SecureContextOptions,
  type Server,
  type TLSSocket,
  type TlsOptions,
} from "node:tls";
import type { TlsConduct } from "../../faults/build/conduct.ts";
import type { ClientDemand, Identity, Scene } from "../../faults/build/scene.ts";
import { chainPem } from "./chain-pem.ts";

/** Loads any key and any signature, however weak: what the lab serves is for clients to judge. */
const ANY_STRENGTH = "@SECLEVEL=0";
const USUAL_CIPHERS = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:DEFAULT";

/**
 * A server of node:tls for the scene. Where OpenSSL refuses to say what the scene says (certificates that it cannot read, a key
 * that does not belong to the certificate) there is none.
 */
export function tlsServer(
  { server, conduct, demand, ocsp }: Scene,
  talk: (socket: TLSSocket) => void,
): Server | undefined {
  const limits: Partial<TlsConduct> = conduct.kind === "tls" ? conduct : {};
  const ciphers = `${limits.ciphers ?? USUAL_CIPHERS}:${ANY_STRENGTH}`;
  try {
    const tls = createServer(
      {
        ...(limits.otherwise ? defaultSite(limits.otherwise, server, ciphers) : { ...credentials(server), ciphers }),
        ...(limits.minVersion && { minVersion: limits.minVersion }),
        ...(limits.maxVersion && { maxVersion: limits.maxVersion }),
        ...(limits.groups && { ecdhCurve: limits.groups }),
        ...(limits.alpn && { ALPNProtocols: [...limits.alpn] }),
        ...(demand && clientsOf(demand)),
      },
      talk,
    );
    const [staple] = ocsp;
    if (staple !== undefined) tls.on("OCSPRequest", (_leaf, _issuer, answer) => answer(null, Buffer.from(staple)));
    return tls;
  } catch (error) {
    if (isOpenSslError(error)) return undefined;
    throw error;
  }
}

function credentials({ chain, key }: Identity): SecureContextOptions {
  return { cert: chainPem(chain), key: key.toPem() };
}

/** Who sends a server name gets the site proper; who sends none, the default one. */
function defaultSite(otherwise: Identity, site: Identity, ciphers: string): TlsOptions {
  const context = createSecureContext({ ...credentials(site), ciphers });
  return { ...credentials(otherwise), ciphers, SNICallback: (_name, choose) => choose(null, context) };
}

/** Asks for client certificates. A client that shows none gets its alert from OpenSSL. */
function clientsOf({ trust }: ClientDemand): TlsOptions {
  return { requestCert: true, rejectUnauthorized: true, ca: chainPem(trust) };
}

function isOpenSslError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^ERR_(OSSL|SSL)_/.test(String(error.code));
}
