import type { ClientDemand, Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { words } from "../commands/target.ts";
import { fenced, shell } from "./readme-text.ts";

/** Where the servers of a README listen. */
export const PORT = 8443;

/** How to serve the files of a fault with programs that everybody has. */
export function serverCommands(fault: Fault, scene: Scene): string {
  return [
    shell(opensslServer(fault, scene)),
    "or nginx, in a `server { … }`:",
    fenced("nginx", nginxLines(fault, scene)),
  ].join("\n\n");
}

export function opensslServer({ ambiguity }: Fault, scene: Scene): string {
  const { server, ocsp, demand } = scene;
  return words(
    `openssl s_server -accept ${PORT} -www -cert cert.pem -key key.pem`,
    server.chain.length > 1 && "-cert_chain chain.pem",
    ocsp.length > 0 && "-status_file ocsp.der",
    ambiguity === "weak" && "-cipher ALL:@SECLEVEL=0",
    judgesClient(scene) && "-tls1_2",
    demand && `-Verify 2 -verify_return_error ${opensslTrust(demand)}`,
  );
}

/** In TLS 1.2 a server says what it minds about a client's certificate before the client takes the handshake for done. */
function judgesClient({ demand, client }: Scene): boolean {
  return demand !== undefined && client.identity !== undefined;
}

function opensslTrust({ crls = [] }: ClientDemand): string {
  return crls.length > 0 ? "-crl_check_all -CAfile client-ca-crl.pem" : "-CAfile client-ca.pem";
}

function nginxLines({ ambiguity }: Fault, scene: Scene): readonly string[] {
  const { ocsp, demand } = scene;
  const demands = ["ssl_verify_client on;", "ssl_client_certificate client-ca.pem;"];
  return [
    `listen ${PORT} ssl;`,
    "ssl_certificate fullchain.pem;",
    "ssl_certificate_key key.pem;",
    ...(ocsp.length > 0 ? ["ssl_stapling on;", "ssl_stapling_file ocsp.der;"] : []),
    ...(ambiguity === "weak" ? ["ssl_ciphers ALL:@SECLEVEL=0;"] : []),
    ...(judgesClient(scene) ? ["ssl_protocols TLSv1.2;"] : []),
    ...(demand === undefined ? [] : demands),
    ...((demand?.crls ?? []).length > 0 ? ["ssl_crl client-crl.pem;"] : []),
  ];
}
