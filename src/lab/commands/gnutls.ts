import { type CommandOf, isAddress, words } from "./target.ts";
import { numberOf, versionsBetween } from "./tls-version.ts";

export const gnutlsCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, certFile, keyFile, sni, minVersion, maxVersion, alpn } = target;
  const versions = versionsBetween(minVersion, maxVersion).map((version) => `+VERS-TLS${numberOf(version)}`);
  return words(
    "gnutls-cli",
    sni === false || isAddress(name) ? "--disable-sni" : `--sni-hostname=${name}`,
    `--verify-hostname=${name} --x509cafile=${trustFile}`,
    crlFile && `--x509crlfile=${crlFile}`,
    certFile && `--x509certfile=${certFile} --x509keyfile=${keyFile}`,
    (minVersion ?? maxVersion) && `--priority=NORMAL:-VERS-ALL:${versions.join(":")}`,
    ...(alpn ?? []).map((protocol) => `--alpn=${protocol}`),
    `-p ${port} ${address} </dev/null`,
  );
};
