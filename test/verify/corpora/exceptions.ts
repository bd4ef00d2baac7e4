import type { Exception } from "./score.ts";

const anchorConstraints =
  'RFC 5280 section 6.2: "Where a CA distributes self-signed certificates to specify trust anchor information, certificate extensions can be used to specify recommended inputs to path validation. [...] Implementations that use self-signed certificates to specify trust anchor information are free to process or ignore such information."';

/** What BoringSSL's tests accept with an anchor that is only a name and a key, and what our default rule set therefore refuses. */
const bareAnchor = (id: string, reason: string): Exception => ({
  id,
  expected: "accept",
  ours: "reject",
  reason: `${reason}; its twin ta-with-constraints is refused by both`,
  rfc: anchorConstraints,
});

export const bsslExceptions: readonly Exception[] = [
  bareAnchor("bssl::policies-inhibit-anypolicy-by-root-fail::main", "the root inhibits anyPolicy"),
  bareAnchor("bssl::policies-required-by-root-fail::main", "the root requires an explicit policy"),
  bareAnchor("bssl::root-basic-constraints-ca-false::main", "the root says that it is no CA"),
  bareAnchor("bssl::root-eku-clientauth::serverauth", "the root issues for clients only"),
  bareAnchor("bssl::root-eku-clientauth::serverauth-ta-with-expiration", "the root issues for clients only"),
  bareAnchor("bssl::root-lacks-keycertsign-key-usage::main", "the root's key usage lacks keyCertSign"),
  {
    id: "bssl::intermediate-eku-server-gated-crypto::sha1-eku-any",
    expected: "accept",
    ours: "reject",
    reason: "the intermediate is signed over SHA-1, in 2021; the case is about its extendedKeyUsage",
    rfc: 'RFC 8446 section 4.4.2.4: "SHA-1 is deprecated, and it is RECOMMENDED that any endpoint receiving any certificate which it would need to validate using any signature algorithm using a SHA-1 hash abort the handshake with a "bad_certificate" alert."',
  },
  {
    id: "bssl::target-msapplicationpolicies-and-eku::main",
    expected: "accept",
    ours: "reject",
    reason: "Microsoft's application policies are critical, and we do not process them",
    rfc: 'RFC 5280 section 4.2: "A certificate-using system MUST reject the certificate if it encounters a critical extension it does not recognize or a critical extension that contains information that it cannot process."',
  },
  {
    id: "bssl::many-names::ok-all-types",
    expected: "accept",
    ours: "reject",
    reason:
      "half of the names are in no permitted subtree; the case only asks that the budget of comparisons is not exceeded",
    rfc: 'RFC 5280 section 6.1.3 (b): "verify that each of the alternative names in the subjectAltName extension (critical or non-critical) is within one of the permitted_subtrees for that name type."',
  },
];

/** x509-limbo: what a CA must not issue, and a verifier may accept. The default rule set warns; the tests hold that it does. */
export const limboExceptions: readonly Exception[] = [];

/** The same under the rule set webpki. */
export const limboWebpkiExceptions: readonly Exception[] = [];
