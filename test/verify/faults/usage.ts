import { OID } from "../../../src/asn1/oids.ts";
import { nul } from "../../../src/asn1/writer.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { basicConstraints } from "../../../src/x509/extensions/basic-constraints.ts";
import { certificatePolicies } from "../../../src/x509/extensions/certificate-policies.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { policyConstraints } from "../../../src/x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../../src/x509/extensions/policy-mappings.ts";
import { tlsFeature } from "../../../src/x509/extensions/tls-feature.ts";
import { ca, type ExtensionDers, leaf } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

const leafWith = (extensions: ExtensionDers) => below(leaf(good.issuing, { extensions }));
const caWith = (extensions: ExtensionDers) => [goodLeaf, ca(good.root, { extensions })];
const eku = (...purposes: string[]) => ({ extendedKeyUsage: encodeExtension(extendedKeyUsage, purposes, false) });
const policies = (...oids: string[]) => ({
  certificatePolicies: encodeExtension(
    certificatePolicies,
    oids.map((oid) => ({ oid, qualifiers: [] })),
    false,
  ),
});

const narrow = ca(good.root, {
  subject: "CN=Narrow",
  extensions: { basicConstraints: encodeExtension(basicConstraints, { ca: true, pathLength: 0 }, true) },
});
const belowNarrow = ca(narrow, { subject: "CN=Below Narrow" });

const required = { policyConstraints: encodeExtension(policyConstraints, { requireExplicitPolicy: 0 }, true) };
const demanding = ca(good.root, { extensions: { ...policies("1.2.3.1"), ...required } });
const inhibiting = ca(good.root, {
  subject: "CN=Inhibiting",
  extensions: {
    ...policies("1.2.3.1"),
    policyConstraints: encodeExtension(policyConstraints, { requireExplicitPolicy: 0, inhibitPolicyMapping: 0 }, true),
  },
});
const mapping = ca(inhibiting, {
  subject: "CN=Mapping",
  extensions: {
    ...policies("1.2.3.1"),
    policyMappings: encodeExtension(policyMappings, [{ issuerDomain: "1.2.3.1", subjectDomain: "1.2.3.2" }], true),
  },
});

export const usageFaults: readonly Fault[] = [
  { id: "wrong-eku", sent: leafWith(eku(OID.clientAuth)) },
  { id: "leaf-eku-any", sent: leafWith(eku(OID.anyExtendedKeyUsage)), isRefused: false },
  { id: "leaf-no-eku", sent: leafWith({ extendedKeyUsage: undefined }), isRefused: false },
  { id: "leaf-no-ku", sent: leafWith({ keyUsage: undefined }), isRefused: false },
  { id: "int-eku-client-only", sent: caWith(eku(OID.clientAuth)), index: 1 },
  {
    id: "ku-no-digital-signature",
    sent: leafWith({ keyUsage: encodeExtension(keyUsage, ["keyEncipherment"], true) }),
  },
  {
    id: "intermediate-not-ca",
    sent: caWith({ basicConstraints: encodeExtension(basicConstraints, { ca: false }, true) }),
    index: 1,
  },
  { id: "intermediate-no-basic-constraints", sent: caWith({ basicConstraints: undefined }), index: 1 },
  {
    id: "intermediate-no-certsign",
    sent: caWith({ keyUsage: encodeExtension(keyUsage, ["digitalSignature"], true) }),
    index: 1,
  },
  { id: "pathlen-exceeded", sent: [leaf(belowNarrow), belowNarrow, narrow], index: 1 },
  { id: "unknown-critical-ext", sent: leafWith({ own: encodeRawExtension("1.3.6.1.4.1.99999.1", nul(), true) }) },
  { id: "policy-required", sent: [leaf(demanding), demanding] },
  {
    id: "policy-mapping-inhibited",
    sent: [leaf(mapping, { extensions: policies("1.2.3.2") }), mapping, inhibiting],
    index: 1,
  },
  {
    id: "must-staple-no-staple",
    sent: leafWith({ tlsFeature: encodeExtension(tlsFeature, [5], false) }),
    isRefused: false,
  },
];
