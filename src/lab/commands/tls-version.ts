import type { TlsVersion } from "../../faults/build/scene.ts";

const tlsVersions: readonly TlsVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** The versions between these two, both included. */
export function versionsBetween(min: TlsVersion = "TLSv1", max: TlsVersion = "TLSv1.3"): readonly TlsVersion[] {
  return tlsVersions.slice(tlsVersions.indexOf(min), tlsVersions.indexOf(max) + 1);
}

/** `1.2`, as people call it. */
export function numberOf(version: TlsVersion): string {
  return version === "TLSv1" ? "1.0" : version.slice("TLSv".length);
}
