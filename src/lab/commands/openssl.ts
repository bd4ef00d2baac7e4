import { authority, type CommandOf, isAddress, words } from "./target.ts";

/** It asks for a page, because a server that minds the client's certificate may say so only after the handshake (RFC 8446 section 4.4.2.4). */
export const opensslCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, source, certFile, keyFile } = target;
  const { sni, minVersion, maxVersion, alpn } = target;
  const command = words(
    `openssl s_client -connect ${authority(address, port)}`,
    sni === false || isAddress(name) ? "-noservername" : `-servername ${name}`,
    isAddress(name) ? `-verify_ip ${name}` : `-verify_hostname ${name}`,
    "-verify_return_error -policy_check",
    crlFile ? `-crl_check_all -CAfile ${crlFile}` : `-CAfile ${trustFile}`,
    source === "ocsp" && "-status",
    certFile && `-cert ${certFile} -cert_chain ${certFile} -key ${keyFile}`,
    minVersion && `-min_protocol ${minVersion}`,
    maxVersion && `-max_protocol ${maxVersion}`,
    alpn && `-alpn ${alpn.join(",")}`,
    "-crlf -ign_eof",
  );
  return [`${command} <<'END'`, "GET / HTTP/1.0", "", "END"].join("\n");
};
