import { encodeExtension } from "../../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../../src/x509/extensions/basic-constraints.ts";
import { ca, days, keyOf, leaf, root } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

const isCa = { basicConstraints: encodeExtension(basicConstraints, { ca: true }, true) };
const selfSigned = leaf(undefined, { subject: "CN=self" });
const selfSignedCa = leaf(undefined, { subject: "CN=self CA", extensions: isCa });
const stranger = root({ subject: "CN=Stranger" });
const noKeyIdentifiers = { authorityKeyIdentifier: undefined, subjectKeyIdentifier: undefined };

const loopA = { name: ca(good.root, { subject: "CN=Loop A" }).name, key: keyOf("CN=Loop A") };
const loopB = { name: ca(good.root, { subject: "CN=Loop B" }).name, key: keyOf("CN=Loop B") };
const aByB = ca({ ...loopB, der: new Uint8Array(), extensions: {} }, { subject: "CN=Loop A" });
const bByA = ca({ ...loopA, der: new Uint8Array(), extensions: {} }, { subject: "CN=Loop B" });

const levels = [ca(good.root, { subject: "CN=Level 1" })];
for (let level = 2; level <= 4; level++) levels.unshift(ca(levels[0] as never, { subject: `CN=Level ${level}` }));

const oldRoot = root({ subject: "CN=Old Root", notAfter: days(-10) });
const currentOldRoot = root({ subject: "CN=Old Root" });

export const trustFaults: readonly Fault[] = [
  { id: "self-signed-leaf", sent: [selfSigned] },
  { id: "self-signed-ca-leaf", sent: [selfSignedCa] },
  { id: "untrusted-root-sent", sent: [...below(goodLeaf), good.root], trust: [stranger], index: 2 },
  { id: "untrusted-root-not-sent", sent: below(goodLeaf), trust: [stranger], index: 1 },
  { id: "missing-intermediate", sent: [goodLeaf] },
  { id: "trust-only-intermediate", sent: below(goodLeaf), trust: [good.issuing], isRefused: false, index: 1 },
  { id: "trust-only-leaf", sent: [goodLeaf], trust: [goodLeaf], isRefused: false },
  { id: "self-signed-leaf-trusted", sent: [selfSigned], trust: [selfSigned], isRefused: false },
  { id: "self-signed-ca-leaf-trusted", sent: [selfSignedCa], trust: [selfSignedCa], isRefused: false },
  { id: "leaf-is-ca", sent: below(leaf(good.issuing, { extensions: isCa })), isRefused: false },
  {
    id: "same-name-issuer-other-key",
    sent: [goodLeaf, ca(good.root, { key: keyOf("made again") })],
  },
  {
    id: "same-name-issuer-other-key",
    sent: [
      leaf(ca(good.root, { extensions: noKeyIdentifiers }), { extensions: noKeyIdentifiers }),
      ca(good.root, { key: keyOf("made again"), extensions: noKeyIdentifiers }),
    ],
  },
  { id: "bad-signature-leaf", sent: below(leaf(good.issuing, { corrupt: true })) },
  { id: "bad-signature-intermediate", sent: [goodLeaf, ca(good.root, { corrupt: true })], index: 1 },
  {
    id: "aki-mismatch",
    sent: below(
      leaf(good.issuing, {
        extensions: {
          authorityKeyIdentifier: encodeExtension(authorityKeyIdentifier, { keyId: new Uint8Array(20) }, false),
        },
      }),
    ),
  },
  { id: "root-before-intermediate", sent: [goodLeaf, good.root, good.issuing], isRefused: false },
  { id: "unrelated-extra-certs", sent: [...below(goodLeaf), stranger], isRefused: false },
  { id: "duplicate-certificates", sent: [...below(goodLeaf), good.issuing], isRefused: false },
  { id: "root-sent", sent: [...below(goodLeaf), good.root], isRefused: false, index: 2 },
  {
    id: "cross-sign-expired-alt",
    sent: [...below(goodLeaf), ca(oldRoot)],
    trust: [good.root, oldRoot],
    isRefused: false,
    index: 1,
  },
  {
    id: "cross-cert-expired",
    sent: [...below(goodLeaf), ca(currentOldRoot, { notAfter: days(-1) })],
    trust: [good.root, currentOldRoot],
    isRefused: false,
    index: 1,
  },
  { id: "path-loop", sent: [leaf(aByB), aByB, bByA], index: 2 },
  { id: "chain-too-long", sent: [leaf(levels[0]), ...levels], options: { maxDepth: 2 }, index: 2 },
];
