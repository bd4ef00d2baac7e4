import { encodeExtension } from "../../../src/x509/extension.ts";
import { basicConstraints } from "../../../src/x509/extensions/basic-constraints.ts";
import { ca, type ExtensionDers, leaf, root } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

const plainCa = { basicConstraints: encodeExtension(basicConstraints, { ca: true }, false) };

const caWith = (id: Fault["id"], extensions: ExtensionDers): Fault => ({
  id,
  sent: [goodLeaf, ca(good.root, { extensions })],
  isRefused: false,
  index: 1,
});
const rootWith = (id: Fault["id"], extensions: ExtensionDers): Fault => ({
  id,
  sent: below(goodLeaf),
  trust: [root({ extensions })],
  isRefused: false,
  index: 2,
});
const leafWith = (id: Fault["id"], extensions: ExtensionDers): Fault => ({
  id,
  sent: below(leaf(good.issuing, { extensions })),
  isRefused: false,
});

/** Shapes that Python 3.13 refuses and nearly nobody else. */
export const shapeFaults: readonly Fault[] = [
  caWith("strict-int-bc-not-critical", plainCa),
  rootWith("strict-root-bc-not-critical", plainCa),
  caWith("strict-int-no-key-usage", { keyUsage: undefined }),
  rootWith("strict-root-no-key-usage", { keyUsage: undefined }),
  leafWith("strict-leaf-no-aki", { authorityKeyIdentifier: undefined }),
  caWith("strict-int-no-aki", { authorityKeyIdentifier: undefined }),
  caWith("strict-int-no-ski", { subjectKeyIdentifier: undefined }),
  rootWith("strict-root-no-ski", { subjectKeyIdentifier: undefined }),
  leafWith("leaf-no-ski", { subjectKeyIdentifier: undefined }),
];
