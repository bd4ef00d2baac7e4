import { type CommandOf, type CommandTarget, isAddress, words } from "./target.ts";
import { numberOf, versionsBetween } from "./tls-version.ts";

export const gnutlsCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, certFile, keyFile, sni, alpn } = target;
  const versions = priority(target);
  return words(
    "gnutls-cli",
    sni === false || isAddress(name) ? "--disable-sni" : `--sni-hostname=${name}`,
    `--verify-hostname=${name} --x509cafile=${trustFile}`,
    certFile && `--x509certfile=${certFile} --x509keyfile=${keyFile}`,
    versions && `--priority=${versions}`,
    ...(alpn ?? []).map((protocol) => `--alpn=${protocol}`),
    `-p ${port} ${address} </dev/null`,
  );
};

/** GnuTLS's way to say which versions are allowed; undefined for the usual ones. */
export function priority({ minVersion, maxVersion }: CommandTarget): string | undefined {
  if (minVersion === undefined && maxVersion === undefined) return undefined;
  const versions = versionsBetween(minVersion, maxVersion).map((version) => `+VERS-TLS${numberOf(version)}`);
  return ["NORMAL", "-VERS-ALL", ...versions].join(":");
}
