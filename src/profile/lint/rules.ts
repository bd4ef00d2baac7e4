import { bareWildcard } from "./bare-wildcard.ts";
import { caWithoutCrlSign } from "./ca-without-crl-sign.ts";
import { commonNameNotInSan } from "./common-name-not-in-san.ts";
import { crlSignedBySelf } from "./crl-signed-by-self.ts";
import { httpsPointer } from "./https-pointer.ts";
import { ipInDnsSan } from "./ip-in-dns-san.ts";
import type { LintRule } from "./lint-rule.ts";
import { ncNotCritical } from "./nc-not-critical.ts";
import { noSanCnOnly } from "./no-san-cn-only.ts";
import { ocspSignerWithoutNoCheck } from "./ocsp-signer-without-no-check.ts";
import { partialWildcard } from "./partial-wildcard.ts";
import { sanDnsSyntax } from "./san-dns-syntax.ts";
import { sanDnsUnderscore } from "./san-dns-underscore.ts";
import { shallowWildcard } from "./shallow-wildcard.ts";
import { spiffeIdSyntax } from "./spiffe-id-syntax.ts";
import { validityTooLong } from "./validity-too-long.ts";

/** What a private CA does well not to sign. */
export const lintRules: readonly LintRule[] = [
  noSanCnOnly,
  ipInDnsSan,
  sanDnsSyntax,
  sanDnsUnderscore,
  bareWildcard,
  partialWildcard,
  shallowWildcard,
  commonNameNotInSan,
  spiffeIdSyntax,
  validityTooLong,
  crlSignedBySelf,
  httpsPointer,
  ncNotCritical,
  caWithoutCrlSign,
  ocspSignerWithoutNoCheck,
];
