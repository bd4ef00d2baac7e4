import type { CertificateOrder } from "../../src/ca/order.ts";
import { type BuiltinProfileName, builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { Name } from "../../src/x509/name.ts";

/** What to order from each built-in profile for leaves, and the purposes of `openssl verify` that it must pass. */
const samples: Readonly<Record<Exclude<BuiltinProfileName, "root" | "intermediate">, Sample>> = {
  "tls-server": { names: ["localhost", "*.example.test", "127.0.0.1", "::1"], purposes: ["sslserver"] },
  "tls-client": { names: ["alice@example.test", "upn:alice@example.test"], purposes: ["sslclient"] },
  mtls: { names: ["node.example.test", "10.0.0.7"], purposes: ["sslserver", "sslclient"] },
  peer: { names: ["etcd-1.example.test"], purposes: ["sslserver", "sslclient"] },
  "ocsp-signer": { names: [], subject: "CN=Responder", purposes: ["ocsphelper"] },
  "code-signing": { names: [], subject: "CN=Acme Releases", purposes: ["any"] },
  email: { names: ["alice@example.test"], purposes: ["smimesign"] },
  timestamping: { names: [], subject: "CN=Clock", days: 365, purposes: ["timestampsign"] },
  spiffe: { names: ["spiffe://example.test/service/web"], purposes: ["sslserver", "sslclient"] },
};

interface Sample {
  readonly names: readonly string[];
  readonly subject?: string;
  readonly days?: number;
  readonly purposes: readonly string[];
}

export interface LeafSample {
  readonly profile: BuiltinProfileName;
  readonly purposes: readonly string[];
  readonly order: CertificateOrder;
}

/** One order for each built-in profile for leaves. */
export const leafSamples: readonly LeafSample[] = Object.entries(samples).map(([profile, sample]) => {
  const { names, subject, days, purposes } = sample;
  const order = {
    profile: builtinProfile(profile),
    names,
    days,
    subject: subject === undefined ? undefined : Name.fromString(subject),
  };
  return { profile: profile as BuiltinProfileName, purposes, order };
});
