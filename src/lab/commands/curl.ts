import { authority, type CommandOf, isAddress, words } from "./target.ts";
import { numberOf } from "./tls-version.ts";

export const curlCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, source, certFile, keyFile } = target;
  const { minVersion, maxVersion, alpn } = target;
  return words(
    `curl --cacert ${trustFile}`,
    name !== address && !isAddress(name) && `--connect-to ${name}:${port}:${authority(address, port)}`,
    crlFile && `--crlfile ${crlFile}`,
    source === "ocsp" && "--cert-status",
    certFile && `--cert ${certFile} --key ${keyFile}`,
    minVersion && `--tlsv${numberOf(minVersion)}`,
    maxVersion && `--tls-max ${numberOf(maxVersion)}`,
    alpn && (alpn.includes("http/1.1") ? "--http1.1" : "--http2-prior-knowledge"),
    `https://${authority(name, port)}/`,
  );
};
