import type { Found, Kind } from "./report.ts";

const commands: Readonly<Record<Kind, string>> = {
  certificate: "x509 -noout -text",
  "certificate-request": "req -noout -text -verify",
  crl: "crl -noout -text",
  "ocsp-request": "ocsp -req_text",
  "ocsp-response": "ocsp -resp_text -noverify",
  "private-key": "pkey -noout -text_pub",
  "encrypted-private-key": "pkey -noout -text_pub",
  "public-key": "pkey -pubin -noout -text",
  pkcs7: "pkcs7 -noout -text -print_certs",
  pkcs12: "pkcs12 -noout -info",
  parameters: "ecparam -noout -text",
  unknown: "asn1parse",
};

/** The command of OpenSSL that shows the same object; of many in one file it can show certificates, keys and CRLs only together. */
export function opensslCommand({ kind, file, encoding }: Found, alone: boolean): string {
  const input = file === "-" ? "/dev/stdin" : file;
  if (!alone) return `openssl storeutl -noout -text ${quoted(input)}`;
  if (kind === "ocsp-request") return `openssl ocsp -reqin ${quoted(input)} -req_text`;
  if (kind === "ocsp-response") return `openssl ocsp -respin ${quoted(input)} -resp_text -noverify`;
  const format = encoding === "DER" && kind !== "pkcs12" ? " -inform DER" : "";
  const [name = "", ...rest] = commands[kind].split(" ");
  return ["openssl", name, `-in ${quoted(input)}${format}`, ...rest].join(" ");
}

function quoted(file: string): string {
  return /^[\w./@:+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}
