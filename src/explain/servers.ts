import type { AmbiguityId } from "../faults/ambiguities.ts";
import type { Fault } from "../faults/fault.ts";

/** What a server has to be told to mend a fault: its certificate and intermediates, its TLS versions, its clients' CAs, its OCSP responses. */
export type ServerNeed = "chain" | "versions" | "clients" | "staple";

/** A server program, and how it is told. */
export interface ServerProgram extends Readonly<Record<ServerNeed, string>> {
  readonly id: string;
  readonly title: string;
}

/** `fullchain.pem` is what `rootcause issue` writes: the server's certificate first, then the intermediates, without the root. */
export const servers: readonly ServerProgram[] = [
  {
    id: "nginx",
    title: "nginx",
    chain: "`ssl_certificate fullchain.pem; ssl_certificate_key key.pem;`, then `nginx -s reload`",
    versions: "`ssl_protocols TLSv1.2 TLSv1.3;`, and no `ssl_ciphers` of your own",
    clients: "`ssl_client_certificate clients-ca.pem; ssl_verify_client on; ssl_crl clients.crl;`",
    staple: "`ssl_stapling on; ssl_trusted_certificate chain.pem;`, or `ssl_stapling_file response.der;`",
  },
  {
    id: "apache",
    title: "Apache httpd",
    chain: "`SSLCertificateFile fullchain.pem` and `SSLCertificateKeyFile key.pem`, then `apachectl graceful`",
    versions: "`SSLProtocol -all +TLSv1.2 +TLSv1.3`",
    clients: "`SSLCACertificateFile clients-ca.pem`, `SSLVerifyClient require`, `SSLCARevocationFile clients.crl`",
    staple: "`SSLUseStapling on` and `SSLStaplingCache shmcb:ocsp(128000)`",
  },
  {
    id: "haproxy",
    title: "HAProxy",
    chain: "`cat fullchain.pem key.pem >site.pem`, `bind :443 ssl crt site.pem`, then reload it",
    versions: "`ssl-default-bind-options ssl-min-ver TLSv1.2`",
    clients: "`bind :443 ssl crt site.pem ca-file clients-ca.pem verify required crl-file clients.crl`",
    staple: "the response beside the certificate, as `site.pem.ocsp`",
  },
  {
    id: "node",
    title: "Node.js",
    chain: 'the options `cert: readFileSync("fullchain.pem")` and `key` of the server',
    versions: 'the options `minVersion: "TLSv1.2"` and `ciphers` of the server',
    clients: "the options `ca`, `crl`, `requestCert: true` and `rejectUnauthorized: true` of the server",
    staple: "answer the server's event `OCSPRequest`",
  },
  {
    id: "python",
    title: "Python",
    chain: '`context.load_cert_chain("fullchain.pem", "key.pem")`',
    versions: "`context.minimum_version = ssl.TLSVersion.TLSv1_2`",
    clients: '`context.load_verify_locations("clients-ca.pem")` and `context.verify_mode = ssl.CERT_REQUIRED`',
    staple: "its ssl module cannot staple: put nginx in front of it, or take a certificate without must-staple",
  },
  {
    id: "java",
    title: "Java",
    chain:
      "`openssl pkcs12 -export -in fullchain.pem -inkey key.pem -name server -out server.p12`, then -Djavax.net.ssl.keyStore=server.p12",
    versions: "-Djdk.tls.server.protocols=TLSv1.2,TLSv1.3",
    clients: "-Djavax.net.ssl.trustStore=clients.p12, and `setNeedClientAuth(true)`",
    staple: "-Djdk.tls.server.enableStatusRequestExtension=true",
  },
  {
    id: "go",
    title: "Go",
    chain: '`tls.LoadX509KeyPair("fullchain.pem", "key.pem")` into `Certificates` of tls.Config',
    versions: "`MinVersion: tls.VersionTLS12` of tls.Config, and no `CipherSuites` of your own",
    clients: "`ClientCAs` and `ClientAuth: tls.RequireAndVerifyClientCert` of tls.Config",
    staple: "`OCSPStaple` of tls.Certificate",
  },
];

/** By the set of a fault. Where no server is reached there is nothing to tell it. */
const needs: Readonly<Partial<Record<AmbiguityId, ServerNeed>>> = {
  "issuer-not-found": "chain",
  "self-signed": "chain",
  period: "chain",
  name: "chain",
  purpose: "chain",
  signature: "chain",
  strict: "chain",
  weak: "chain",
  encoding: "chain",
  surplus: "chain",
  "nothing-in-common": "versions",
  "client-certificate": "clients",
};

/** What the server has to be told, once there is a good certificate for it. */
export function serverNeedOf({ id, ambiguity, revocation }: Fault): ServerNeed | undefined {
  if (id === "key-mismatch") return "chain";
  return revocation === "ocsp" ? "staple" : needs[ambiguity];
}
