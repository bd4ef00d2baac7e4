import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { words } from "../commands/target.ts";
import { fenced, shell } from "./readme-text.ts";

/** Where the servers of a README listen. */
export const PORT = 8443;

/** How to serve the files of a fault with programs that everybody has. */
export function serverCommands({ ambiguity }: Fault, { server, ocsp, demand }: Scene): string {
  const crls = (demand?.crls ?? []).length > 0;
  return [
    shell(
      words(
        `openssl s_server -accept ${PORT} -www -cert cert.pem -key key.pem`,
        server.chain.length > 1 && "-cert_chain chain.pem",
        ocsp.length > 0 && "-status_file ocsp.der",
        ambiguity === "weak" && "-cipher ALL:@SECLEVEL=0",
        demand &&
          `-Verify 2 -verify_return_error -CAfile ${crls ? "client-ca-crl.pem -crl_check_all" : "client-ca.pem"}`,
      ),
    ),
    "or nginx, in a `server { … }`:",
    fenced("nginx", [
      `listen ${PORT} ssl;`,
      "ssl_certificate fullchain.pem;",
      "ssl_certificate_key key.pem;",
      ocsp.length > 0 ? "ssl_stapling on;" : undefined,
      ocsp.length > 0 ? "ssl_stapling_file ocsp.der;" : undefined,
      ambiguity === "weak" ? "ssl_ciphers ALL:@SECLEVEL=0;" : undefined,
      demand ? "ssl_verify_client on;" : undefined,
      demand ? "ssl_client_certificate client-ca.pem;" : undefined,
      crls ? "ssl_crl client-crl.pem;" : undefined,
    ]),
  ].join("\n\n");
}
