import { integer, nul, octetString, sequence } from "../../../src/asn1/writer.ts";
import { signatureAlgorithm } from "../../../src/keys/signature-algorithms.ts";
import { encodeRawExtension } from "../../../src/x509/extension.ts";
import { ca, keyOf, leaf, type Spec } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

const leafOf = (spec: Spec) => below(leaf(good.issuing, spec));
const rsaCa = ca(good.root, { key: keyOf("rsa", "rsa-2048") });
const smallCa = ca(good.root, { key: keyOf("small", "rsa-1024") });
const again = { keyUsageAgain: encodeRawExtension("2.5.29.15", Uint8Array.of(3, 2, 7, 0x80), false) };

export const strengthFaults: readonly Fault[] = [
  { id: "rsa1024-leaf", sent: leafOf({ key: keyOf("small leaf", "rsa-1024") }) },
  { id: "rsa1024-ca", sent: [leaf(smallCa), smallCa], index: 1 },
  { id: "weak-curve", sent: leafOf({ key: keyOf("weak", "ecdsa-p192") }) },
  { id: "sha1-signature", sent: [leaf(rsaCa, { signature: "rsa-pkcs1-sha1" }), rsaCa] },
  { id: "md5-signature", sent: [leaf(rsaCa, { signature: "rsa-pkcs1-md5" }), rsaCa] },
  {
    id: "signature-algorithm-mismatch",
    sent: leafOf({ innerAlgorithm: signatureAlgorithm("ecdsa-sha384").identifierDer }),
  },
  { id: "negative-serial", sent: leafOf({ serial: Uint8Array.of(0x80, 1) }), isRefused: false },
  { id: "zero-serial", sent: leafOf({ serial: Uint8Array.of(0) }), isRefused: false },
  { id: "serial-too-long", sent: leafOf({ serial: new Uint8Array(21).fill(0x11) }), isRefused: false },
  {
    id: "dup-serial-b",
    sent: [
      ...leafOf({ serial: Uint8Array.of(7) }),
      leaf(good.issuing, { serial: Uint8Array.of(7), subject: "CN=localhost,O=Twin" }),
    ],
    isRefused: false,
  },
  { id: "version-1", sent: leafOf({ version: 1 }) },
  { id: "duplicate-extension", sent: leafOf({ extensions: again }) },
  {
    id: "malformed-extension",
    sent: leafOf({ extensions: { keyUsage: encodeRawExtension("2.5.29.15", nul(), true) } }),
  },
  { id: "malformed-der", sent: [{ ...goodLeaf, der: sequence(integer(1), octetString(nul())) }, good.issuing] },
];
