import { authority, type CommandOf, isAddress, words } from "./target.ts";

export const opensslCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, source, certFile, keyFile } = target;
  const { sni, minVersion, maxVersion, alpn } = target;
  return words(
    `openssl s_client -connect ${authority(address, port)}`,
    sni === false || isAddress(name) ? "-noservername" : `-servername ${name}`,
    isAddress(name) ? `-verify_ip ${name}` : `-verify_hostname ${name}`,
    "-verify_return_error",
    crlFile ? `-crl_check_all -CAfile ${crlFile}` : `-CAfile ${trustFile}`,
    source === "ocsp" && "-status",
    certFile && `-cert ${certFile} -cert_chain ${certFile} -key ${keyFile}`,
    minVersion && `-min_protocol ${minVersion}`,
    maxVersion && `-max_protocol ${maxVersion}`,
    alpn && `-alpn ${alpn.join(",")}`,
    "</dev/null",
  );
};
