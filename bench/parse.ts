import "reflect-metadata";
import { X509Certificate as NodeCertificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { X509Certificate as PeculiarCertificate } from "@peculiar/x509";
import { Certificate as PkijsCertificate } from "pkijs";
import { Certificate } from "../src/x509/certificate.ts";
import { readCertificates } from "../src/x509/certificate-file.ts";
import { race } from "./harness.ts";
import { type Line, perSecond, printReport } from "./report.ts";

/** Parsing the roots of the system's bundle: the outer structure, then every field. */
export async function run(): Promise<void> {
  const roots = readCertificates(readFileSync("/etc/ssl/certs/ca-certificates.crt")).map(
    ({ der }) => new Uint8Array(der),
  );
  const each = (parse: (der: Uint8Array<ArrayBuffer>) => unknown) => ({
    size: roots.length,
    run: () => roots.forEach(parse),
  });
  const rates = await race({
    structure: each((der) => Certificate.parse(der)),
    fields: each((der) => readFields(Certificate.parse(der))),
    node: each((der) => new NodeCertificate(der)),
    pkijs: each((der) => PkijsCertificate.fromBER(der)),
    peculiar: each((der) => new PeculiarCertificate(der)),
  });
  const line = (what: string, ours: number, against: string, theirs: number, aim?: number): Line => ({
    what,
    ours: perSecond(ours),
    against,
    theirs: perSecond(theirs),
    ratio: ours / theirs,
    ...(aim === undefined ? {} : { aim }),
  });
  printReport(`Parse: ${roots.length} roots of this system`, [
    line("structure", rates.structure, "@peculiar/x509", rates.peculiar, 20),
    line("structure", rates.structure, "pkijs", rates.pkijs),
    line("structure", rates.structure, "node X509Certificate", rates.node),
    line("every field", rates.fields, "@peculiar/x509", rates.peculiar, 20),
  ]);
}

function readFields(certificate: Certificate): unknown {
  const { subject, issuer, validity, serialHex, basicConstraints, keyUsage, subjectKeyIdentifier, extensions } =
    certificate;
  return [subject.rdns, issuer.rdns, validity, serialHex, basicConstraints, keyUsage, subjectKeyIdentifier, extensions];
}
