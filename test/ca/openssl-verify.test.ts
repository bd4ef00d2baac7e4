import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import type { CreateCaOptions } from "../../src/ca/create-ca.ts";
import { issue } from "../../src/ca/issue.ts";
import { issuableKeyTypes } from "../../src/keys/algorithms.ts";
import { builtinProfile, builtinProfileNames } from "../../src/profile/builtin-profiles.ts";
import { newCa, tlsServer } from "./fixtures.ts";
import { opensslVerify } from "./openssl.ts";
import { leafSamples } from "./samples.ts";

const hierarchies: readonly (Partial<CreateCaOptions> & { readonly title: string })[] = [
  ...issuableKeyTypes.map((keyType) => ({ title: keyType, keyType })),
  { title: "rsa-2048 with PSS", keyType: "rsa-2048", signatureAlgorithm: "rsa-pss-sha256" },
  { title: "four tiers", tiers: 4 },
  { title: "name constraints", limits: { dns: ["localhost", "example.test"] } },
  { title: "a base URL", baseUrl: "http://pki.example.test/" },
];

describe("openssl verify -x509_strict", () => {
  it("is asked about every built-in profile", () => {
    const covered = [...leafSamples.map(({ profile }) => profile), "root", "intermediate"];
    expect(covered.toSorted()).toEqual([...builtinProfileNames].toSorted());
  });

  it.each(hierarchies)(
    "accepts the root, the CAs and a leaf of every profile: $title",
    async ({ title: _, ...options }) => {
      const { context, root, issuing, authorities } = await newCa(options);
      opensslVerify({ leaf: root.certificate, chain: [], root: root.certificate, purpose: "any" });
      for (const { certificate, issuers } of authorities.slice(1))
        opensslVerify({ leaf: certificate, chain: issuers.slice(0, -1), root: root.certificate, purpose: "crlsign" });
      for (const { order, purposes } of leafSamples) {
        const { certificate: leaf, chain } = await issue(context, issuing, order);
        for (const purpose of purposes) opensslVerify({ leaf, chain, root: root.certificate, purpose });
      }
    },
  );

  it.each(issuableKeyTypes)("accepts a TLS server with a key of type %s", async (key) => {
    const { context, root, issuing } = await newCa();
    const { certificate: leaf, chain } = await issue(context, issuing, {
      profile: tlsServer,
      names: ["localhost"],
      key,
    });
    opensslVerify({ leaf, chain, root: root.certificate, purpose: "sslserver" });
  });

  it("accepts encryption of mail to an RSA key; it knows no key agreement there", async () => {
    const { context, root, issuing } = await newCa();
    const order = { profile: builtinProfile("email"), names: ["alice@example.test"], key: "rsa-2048" } as const;
    const { certificate: leaf, chain } = await issue(context, issuing, order);
    opensslVerify({ leaf, chain, root: root.certificate, purpose: "smimeencrypt" });
  });

  it("accepts what a CA issues that was added below another", async () => {
    const { context, root } = await newCa({ tiers: 3 });
    const { authority: middle } = await addIntermediate(context, root, { name: "Plant", pathLength: 1 });
    const { authority: issuing } = await addIntermediate(context, middle, { name: "Robots", keyType: "ed25519" });
    const { certificate: leaf, chain } = await issue(context, issuing, { profile: tlsServer, names: ["localhost"] });
    expect(chain).toHaveLength(2);
    opensslVerify({ leaf, chain, root: root.certificate, purpose: "sslserver" });
  });
});
