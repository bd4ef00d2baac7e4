import { PkiError } from "../../errors/pki-error.ts";
import { type ExportFile, type ExportFormat, friendlyName, keyOf } from "./export-format.ts";

/** Key, certificate and chain in one encrypted file: browsers, Windows, macOS, Java. */
export const pkcs12: ExportFormat = {
  id: "pkcs12",
  summary: "cert.p12: key, certificate, chain and root in one file under a passphrase",
  files: [pkcs12File("cert.p12", false)],
};

/** The same with the ciphers that macOS before 15, Windows before Server 2019 and Java before 8u301 can read. */
export const pkcs12Legacy: ExportFormat = {
  id: "pkcs12-legacy",
  summary: "cert.p12 with the weak ciphers that old macOS, Windows and Java still need",
  files: [pkcs12File("cert.p12", true)],
};

/** One PKCS#12 file under this name; without a key or a passphrase there is none. */
export function pkcs12File(name: string, legacy: boolean): ExportFile {
  return {
    name,
    secret: true,
    sealed: true,
    contents: async (bundle, { passphrase }) => {
      if (passphrase === undefined) throw new PkiError("ERR_EXPORT_PASSPHRASE_NEEDED", { file: name });
      const { encodePkcs12 } = await import("../../keys/pkcs12.ts");
      return encodePkcs12({
        key: keyOf(bundle, name),
        certificate: bundle.certificate,
        chain: [...bundle.chain, bundle.root],
        passphrase,
        friendlyName: friendlyName(bundle.certificate),
        legacy,
      });
    },
  };
}
