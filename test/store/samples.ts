import { hash } from "node:crypto";
import type { NewAuthority } from "../../src/store/authority-record.ts";
import type { Intent } from "../../src/store/certificate-record.ts";

export const NOON = "2026-03-01T12:00:00.000Z";

export function authority(id: string, change: Partial<NewAuthority["record"]> = {}): NewAuthority {
  const record = {
    id,
    name: `Test ${id}`,
    kind: "intermediate",
    certificatePem: "-----BEGIN CERTIFICATE-----\n",
    keyType: "ecdsa-p256",
    createdAt: NOON,
    ...change,
  } as const;
  return { record, keyPem: `key of ${id}` };
}

export function intent(serial: string, change: Partial<Intent> = {}): Intent {
  return {
    serial,
    authority: "issuing",
    profile: "tls-server",
    subject: `CN=host-${serial}`,
    names: [`host-${serial}.test`],
    notBefore: NOON,
    notAfter: "2026-06-01T12:00:00.000Z",
    spkiSha256: hash("sha256", `key ${serial}`),
    tbsSha256: hash("sha256", `tbs ${serial}`),
    requestedAt: NOON,
    ...change,
  };
}

/** Stands for the certificate with this serial number: a store does not look inside. */
export function certificateDer(serial: string): Uint8Array {
  return new TextEncoder().encode(`certificate ${serial} `.repeat(30));
}

/** Serial numbers, all different: 0a…01, 0a…02, … */
export function serials(count: number, prefix = "0a"): string[] {
  return Array.from({ length: count }, (_, i) => prefix + (i + 1).toString(16).padStart(30, "0"));
}
