import { priority } from "./gnutls.ts";
import { authority, type CommandOf, words } from "./target.ts";

/** wget over GnuTLS, as Debian builds it. */
export const wgetCommand: CommandOf = (target) => {
  const { port, name, resolvableName = name, trustFile, crlFile, certFile, keyFile } = target;
  const versions = priority(target);
  return words(
    `wget --tries=1 -O- --ca-certificate=${trustFile}`,
    crlFile && `--crl-file=${crlFile}`,
    certFile && `--certificate=${certFile} --private-key=${keyFile}`,
    versions && `--ciphers=${versions}`,
    `https://${authority(resolvableName, port)}/`,
  );
};
