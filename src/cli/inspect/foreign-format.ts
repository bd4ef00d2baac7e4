import { asBuffer } from "../../asn1/bytes.ts";
import { PkiError } from "../../errors/pki-error.ts";

interface Format {
  readonly starts: RegExp;
  readonly found: string;
  readonly advice: (file: string) => string;
}

/** What people hand in that is none of ours, by how it begins. */
const formats: readonly Format[] = [
  { starts: /^$/, found: "it is empty", advice: () => "check what wrote it; a download may have failed" },
  {
    starts: /^(ssh-|ecdsa-sha2-)/,
    found: "it is an OpenSSH public key",
    advice: (file) => `\`ssh-keygen -e -m PKCS8 -f ${file} | rootcause inspect -\` shows the key`,
  },
  {
    starts: /^\xfe\xed\xfe\xed|^\xce\xce\xce\xce/,
    found: "it is a Java keystore",
    advice: (file) =>
      `\`keytool -importkeystore -srckeystore ${file} -destkeystore keystore.p12 -deststoretype pkcs12\` makes a PKCS#12 file of it`,
  },
  {
    starts: /^\s*<(!doctype|html|\?xml)/i,
    found: "it is a web page",
    advice: () => "the address gave a page instead of the file; look at it in a browser",
  },
];

/** ERR_NO_OBJECT with what the input is instead. */
export function foreignFormat(bytes: Uint8Array, file: string): PkiError {
  const start = asBuffer(bytes.subarray(0, 256)).toString("latin1");
  const format = formats.find(({ starts }) => starts.test(start));
  return new PkiError("ERR_NO_OBJECT", {
    file: file === "-" ? "standard input" : file,
    found: format?.found ?? "it is neither PEM nor DER",
    advice: format?.advice(file) ?? "check that this is the file that you meant, and that it was copied as binary",
  });
}
