import "reflect-metadata";
import { X509Certificate } from "node:crypto";
import * as peculiar from "@peculiar/x509";
import * as pkijs from "pkijs";

/** What a certificate says, in words that all readers share. */
export interface Fields {
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly ca: boolean;
  readonly keyUsage: readonly string[];
  /** Object identifiers. */
  readonly purposes: readonly string[];
  readonly names: readonly string[];
  readonly subjectKey: string;
  readonly authorityKey: string;
  readonly crls: readonly string[];
  readonly access: readonly string[];
}

const keyUsageBits = [
  ...["digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement"],
  ...["keyCertSign", "cRLSign", "encipherOnly", "decipherOnly"],
];

/** As pkijs reads it. */
export function readByPkijs(der: Uint8Array): Fields {
  const certificate = pkijs.Certificate.fromBER(new Uint8Array(der));
  const value = (oid: string) => certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;
  const bits = Buffer.from(value("2.5.29.15").valueBlock.valueHexView);
  return {
    serial: hex(certificate.serialNumber.valueBlock.valueHexView),
    subject: lastValue(certificate.subject),
    issuer: lastValue(certificate.issuer),
    notBefore: certificate.notBefore.value.toISOString(),
    notAfter: certificate.notAfter.value.toISOString(),
    ca: value("2.5.29.19").cA,
    keyUsage: keyUsageBits.filter((_, i) => ((bits[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0),
    purposes: value("2.5.29.37")?.keyPurposes ?? [],
    names: (value("2.5.29.17")?.altNames ?? []).map(pkijsName),
    subjectKey: hex(value("2.5.29.14").valueBlock.valueHexView),
    authorityKey: hex(value("2.5.29.35").keyIdentifier.valueBlock.valueHexView),
    crls: (value("2.5.29.31")?.distributionPoints ?? []).flatMap((point: pkijs.DistributionPoint) =>
      (point.distributionPoint as pkijs.GeneralName[]).map((name) => name.value),
    ),
    access: (value("1.3.6.1.5.5.7.1.1")?.accessDescriptions ?? []).map(
      (one: pkijs.AccessDescription) => one.accessLocation.value,
    ),
  };
}

function pkijsName({ type, value }: pkijs.GeneralName): string {
  if (type === 7) return ipText(Buffer.from(value.valueBlock.valueHexView));
  return type === 0 ? value.valueBlock.value[1].valueBlock.value[0].valueBlock.value : value;
}

function lastValue({ typesAndValues }: pkijs.RelativeDistinguishedNames): string {
  return typesAndValues.at(-1)?.value.valueBlock.value ?? "";
}

/** As @peculiar/x509 reads it. */
export function readByPeculiar(der: Uint8Array): Fields {
  const certificate = new peculiar.X509Certificate(new Uint8Array(der));
  const usages = certificate.getExtension(peculiar.KeyUsagesExtension)?.usages ?? 0;
  const names = certificate.getExtension(peculiar.SubjectAlternativeNameExtension)?.names.items ?? [];
  const points = certificate.getExtension(peculiar.CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const access = certificate.getExtension(peculiar.AuthorityInfoAccessExtension);
  return {
    serial: certificate.serialNumber,
    subject: lastField(certificate.subjectName),
    issuer: lastField(certificate.issuerName),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    ca: certificate.getExtension(peculiar.BasicConstraintsExtension)?.ca ?? false,
    keyUsage: keyUsageBits.filter((_, i) => (usages & (1 << i)) !== 0),
    purposes: certificate.getExtension(peculiar.ExtendedKeyUsageExtension)?.usages.map(String) ?? [],
    names: names.map(({ type, value }) => (type === "ip" ? normalIp(value) : value)),
    subjectKey: certificate.getExtension(peculiar.SubjectKeyIdentifierExtension)?.keyId ?? "",
    authorityKey: certificate.getExtension(peculiar.AuthorityKeyIdentifierExtension)?.keyId ?? "",
    crls: points.flatMap(
      ({ distributionPoint }) => distributionPoint?.fullName?.map((name) => name.uniformResourceIdentifier ?? "") ?? [],
    ),
    access: [...(access?.ocsp ?? []), ...(access?.caIssuers ?? [])].map(({ value }) => value),
  };
}

function lastField(name: peculiar.Name): string {
  const rdn = name.toJSON().at(-1) ?? {};
  return Object.values(rdn)[0]?.[0] ?? "";
}

/** As node:crypto reads it; it says nothing of key identifiers, CRLs and the bits of keyUsage. */
export function readByNode(der: Uint8Array): Partial<Fields> {
  const certificate = new X509Certificate(new Uint8Array(der));
  const access = certificate.infoAccess?.trim().split("\n") ?? [];
  return {
    serial: certificate.serialNumber.toLowerCase(),
    subject: lastAttribute(certificate.subject),
    issuer: lastAttribute(certificate.issuer),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    ca: certificate.ca,
    purposes: certificate.keyUsage ?? [],
    access: access.filter((line) => line !== "").map((line) => line.replace(/^.*? - URI:/, "")),
  };
}

// Node's types do not know that an empty subject is undefined.
function lastAttribute(name: string | undefined): string {
  return name?.split("\n").at(-1)?.replace(/^\w+=/, "") ?? "";
}

/** An address as its octets say it. */
function ipText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join(".");
  return normalIp(hex(octets).match(/.{4}/g)?.join(":") ?? "");
}

function normalIp(text: string): string {
  return text.includes(":") ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}
