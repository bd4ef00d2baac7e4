import { isPkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import type { Pkcs12 } from "../../keys/pkcs12.ts";
import type { Content, Found, Report } from "./report.ts";

/** The keys and certificates of a PKCS#12 file. Without a passphrase the empty one is tried, as many files have it. */
export async function pkcs12Content(
  { file, bytes }: Found,
  passphrase: Passphrase | undefined,
  describeInner: (found: Found) => Promise<Report>,
): Promise<Content> {
  const opened = await open(bytes, passphrase);
  if (opened === undefined)
    return {
      title: "PKCS#12, locked",
      fields: {},
      warnings: ["--passphrase-file, --passphrase-fd or --passphrase-env opens it"],
    };
  const inside: Found[] = [
    ...opened.keys.map(({ key }) => ({ kind: "private-key" as const, bytes: key.pkcs8Der })),
    ...opened.certificates.map(({ certificate }) => ({ kind: "certificate" as const, bytes: certificate.der })),
  ].map((it) => ({ ...it, file, encoding: "DER", block: undefined }));
  const contains: Report[] = [];
  for (const object of inside) contains.push(await describeInner(object));
  return { title: "PKCS#12", fields: fieldsOf(opened, passphrase), warnings: [], contains };
}

async function open(bytes: Uint8Array, passphrase: Passphrase | undefined): Promise<Pkcs12 | undefined> {
  const { decodePkcs12 } = await import("../../keys/pkcs12.ts");
  try {
    return await decodePkcs12(bytes, passphrase ?? "");
  } catch (error) {
    if (passphrase === undefined && isPkiError(error, "ERR_PASSPHRASE_WRONG")) return undefined;
    throw error;
  }
}

function fieldsOf({ keys, certificates }: Pkcs12, passphrase: Passphrase | undefined): Content["fields"] {
  const names = [...keys, ...certificates].flatMap(({ friendlyName }) =>
    friendlyName === undefined ? [] : [friendlyName],
  );
  return {
    ...(passphrase === undefined && { passphrase: { value: "empty" } }),
    keys: { value: keys.length },
    certificates: { value: certificates.length },
    ...(names.length > 0 && { friendlyNames: { value: [...new Set(names)] } }),
  };
}
