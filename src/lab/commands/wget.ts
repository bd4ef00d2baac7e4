import { authority, type CommandOf, words } from "./target.ts";

export const wgetCommand: CommandOf = ({ port, name, trustFile, crlFile, certFile, keyFile, maxVersion }) =>
  words(
    `wget -O- --ca-certificate=${trustFile}`,
    crlFile && `--crl-file=${crlFile}`,
    certFile && `--certificate=${certFile} --private-key=${keyFile}`,
    maxVersion && `--secure-protocol=${maxVersion === "TLSv1.3" ? "TLSv1_3" : "TLSv1_2"}`,
    `https://${authority(name, port)}/`,
  );
