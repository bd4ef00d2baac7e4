import { z } from "zod";
import { issuableKeyTypes } from "../../keys/algorithms.ts";
import { signatureAlgorithms } from "../../keys/signature-algorithms.ts";
import { keyUsageBits } from "../../x509/extensions/key-usage.ts";
import { DNS_PATTERN_FORM, dnsPattern } from "../patterns/dns-pattern.ts";
import { EMAIL_PATTERN_FORM, emailPattern } from "../patterns/email-pattern.ts";
import { IP_PATTERN_FORM, ipPattern } from "../patterns/ip-pattern.ts";
import { URI_PATTERN_FORM, uriPattern } from "../patterns/uri-pattern.ts";
import { type Profile, sanKinds } from "../profile.ts";
import { inconsistencies } from "./consistency.ts";
import { extensionValue } from "./extension-value.ts";
import {
  attributeType,
  distinguishedName,
  dottedOid,
  duration,
  host,
  ipRange,
  keyPurpose,
  textLike,
  urlTemplate,
} from "./values.ts";

const subject = z.strictObject({
  fixed: z
    .record(attributeType, z.string().min(1))
    .default({})
    .describe("Attributes that every certificate gets, in this order; a request cannot change them."),
  required: z.array(attributeType).default([]).describe("Attributes that must be there in the end."),
  allowed: z
    .union([z.literal("any"), z.array(attributeType)])
    .default("any")
    .describe("Attributes that a request may bring besides the fixed ones, the required ones and the common name."),
  forbidden: z.array(attributeType).default([]).describe("Attributes that may not be there; wins over `allowed`."),
  commonName: z
    .enum(["first-name", "request", "none"])
    .default("first-name")
    .describe(
      "Where the common name comes from. `first-name`: the first subjectAltName, or none when that is longer than 64 characters; " +
        "`request`: the request, else the first subjectAltName; `none`: there is none.",
    ),
});

const validity = z.strictObject({
  default: duration.describe("How long a certificate is valid when the request does not say, counted from notBefore."),
  min: duration.prefault("10min").describe("The shortest period that may be issued."),
  max: duration.describe("The longest period that may be issued."),
  backdate: duration
    .prefault("5min")
    .describe(
      "How far notBefore lies in the past, for clients whose clock is slow; never before the issuer's notBefore.",
    ),
  outlivesIssuer: z
    .enum(["refuse", "clamp"])
    .default("refuse")
    .describe("When the period would end after the issuer's certificate: refuse, or end it there."),
});

const subjectAltName = z.strictObject({
  allowed: z.array(z.enum(sanKinds)).default([]).describe("The kinds of names that a certificate may hold."),
  required: z.array(z.enum(sanKinds)).default([]).describe("Kinds of which at least one name must be there."),
  min: z.int().min(0).default(0).describe("The smallest number of names, of all kinds together."),
  max: z.int().min(0).max(10_000).default(100).describe("The largest number of names, of all kinds together."),
  wildcards: z.boolean().default(false).describe("Whether a DNS name may begin with `*.` (RFC 9525 section 6.3)."),
  dns: patterns("DNS pattern", DNS_PATTERN_FORM, dnsPattern).describe("Which DNS names."),
  ip: patterns("IP pattern", IP_PATTERN_FORM, ipPattern).describe("Which IP addresses."),
  email: patterns("e-mail pattern", EMAIL_PATTERN_FORM, emailPattern).describe("Which mailboxes."),
  uri: patterns("URI pattern", URI_PATTERN_FORM, uriPattern).describe("Which URIs."),
});

const nameConstraints = z.strictObject({
  critical: z.boolean().default(true).describe("RFC 5280 section 4.2.1.10 wants it critical."),
  permitted: subtrees().describe("Names below this CA must lie in these subtrees, kind by kind."),
  excluded: subtrees().describe("Names below this CA may not lie in these subtrees; wins over `permitted`."),
});

const certificatePolicy = z.strictObject({
  oid: dottedOid.describe("The policy; 2.5.29.32.0 is any policy."),
  cps: urlTemplate.optional().describe("Where the certification practice statement can be read."),
  notice: z.string().min(1).max(200).optional().describe("A notice for relying parties, at most 200 characters."),
});

const extension = z
  .strictObject({
    oid: dottedOid.describe("The type of the extension."),
    critical: z.boolean().default(false).describe("Whether clients that do not know it must refuse the certificate."),
    hex: z.string().optional().describe("The DER of the value as hexadecimal digits, in quotes; or"),
    base64: z.string().optional().describe("the DER of the value as base64; or"),
    asn1: z.string().optional().describe("the value as ASN.1 text."),
  })
  .transform(extensionValue);

const csr = z.strictObject({
  subject: z.boolean().default(true).describe("Take the subject attributes that `subject` allows."),
  names: z.boolean().default(true).describe("Take the subjectAltName."),
  commonNameAsName: z
    .boolean()
    .default(false)
    .describe("When it has no subjectAltName, take the common name as one, told apart by its form."),
  extensions: z
    .array(dottedOid)
    .default([])
    .describe("Take these other extensions as they stand, when the profile has none of its own."),
});

/** The one schema of profiles: what a template may say, what each field means, and its default. */
export const profileSchema: z.ZodType<Profile> = z
  .strictObject({
    name: textLike("name", "a name of lower-case letters, digits and hyphens", (text) =>
      /^[a-z0-9][a-z0-9-]{0,63}$/.exec(text),
    ).describe("How commands and records call the profile."),
    description: z.string().default("").describe("One sentence for `profile list`."),
    kind: z
      .enum(["root", "intermediate", "end-entity"])
      .describe("Decides basicConstraints: CA TRUE or FALSE, always critical. A root signs itself."),
    subject: subject.prefault({}).describe("The subject's distinguished name."),
    validity: validity.describe("The period. Durations are a whole number and s, min, h, d, w or y (365 days)."),
    keys: z.array(z.enum(issuableKeyTypes)).min(1).describe("The types of public keys that get a certificate."),
    signatures: z
      .union([z.literal("strong"), z.array(z.enum(signatureAlgorithms.map((algorithm) => algorithm.id))).min(1)])
      .default("strong")
      .describe("The signature algorithms that the issuer may use: a list, or all without known collisions."),
    keyUsage: z
      .array(z.enum(keyUsageBits))
      .default(["digitalSignature"])
      .describe(
        "keyUsage, always critical. Bits that a key cannot serve are left out: encipherment but for RSA, agreement but for EC.",
      ),
    extendedKeyUsage: z
      .strictObject({
        purposes: z
          .array(keyPurpose)
          .default([])
          .describe("What the key is for, such as serverAuth; none: no extension."),
        critical: z.boolean().default(false).describe("RFC 3161 section 2.3 wants it critical for time stamping."),
      })
      .prefault({})
      .describe("extendedKeyUsage."),
    subjectAltName: subjectAltName
      .prefault({})
      .describe("subjectAltName, critical if and only if the subject is empty."),
    pathLength: z
      .int()
      .min(0)
      .max(100)
      .optional()
      .describe("How many CAs may stand between this CA and a leaf; unlimited when absent."),
    nameConstraints: nameConstraints
      .prefault({})
      .describe("The names that a CA may certify; no extension when all lists are empty."),
    certificatePolicies: z.array(certificatePolicy).default([]).describe("certificatePolicies."),
    crlDistributionPoints: urls().describe("Where the CRL that covers the certificate is fetched."),
    authorityInfoAccess: z
      .strictObject({
        ocsp: urls().describe("Where OCSP answers for the certificate."),
        caIssuers: urls().describe("Where the issuer's certificate is fetched, as DER."),
      })
      .prefault({})
      .describe("authorityInfoAccess."),
    tlsFeature: z
      .array(z.enum(["statusRequest", "statusRequestV2"]))
      .default([])
      .describe("TLS extensions that the server promises: statusRequest is must-staple (RFC 7633)."),
    ocspNoCheck: z
      .boolean()
      .default(false)
      .describe("Do not ask for the revocation of this responder (RFC 6960 section 4.2.2.2.1)."),
    extensions: z.array(extension).default([]).describe("Any other extensions."),
    csr: csr.prefault({}).describe("What of a certification request is honoured; the rest of it is left out."),
  })
  .superRefine((profile, context) => {
    for (const { path, message } of inconsistencies(profile))
      context.addIssue({ code: "custom", path: [...path], message });
  });

function patterns(title: string, form: string, parse: (text: string) => unknown) {
  const list = z.array(textLike(title, form, parse)).default([]);
  return z
    .strictObject({
      allow: list.describe(`Only these; all when empty. Each is ${form}.`),
      deny: list.describe("Never these; wins over `allow`."),
    })
    .prefault({});
}

function subtrees() {
  const hosts = z.array(host).default([]);
  const mailboxes = z.array(textLike("e-mail pattern", EMAIL_PATTERN_FORM, emailPattern)).default([]);
  return z
    .strictObject({
      dns: hosts.describe("Domains, each with all names below it."),
      ip: z.array(ipRange).default([]).describe("Ranges of addresses."),
      email: mailboxes.describe("Mailboxes, hosts, or suffixes with a leading dot."),
      uri: hosts.describe("Hosts, or suffixes with a leading dot."),
      directoryName: z
        .array(distinguishedName)
        .default([])
        .describe("Distinguished names, each with all names that begin with it."),
    })
    .prefault({});
}

function urls() {
  return z.union([z.literal("authority"), z.array(urlTemplate)]).default("authority");
}
