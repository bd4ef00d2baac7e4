import type { Fault } from "../fault.ts";
import { intEkuClientOnly } from "./int-eku-client-only.ts";
import { intermediateNoBasicConstraints } from "./intermediate-no-basic-constraints.ts";
import { intermediateNoCertsign } from "./intermediate-no-certsign.ts";
import { intermediateNotCa } from "./intermediate-not-ca.ts";
import { kuNoDigitalSignature } from "./ku-no-digital-signature.ts";
import { leafEkuAny } from "./leaf-eku-any.ts";
import { leafNoEku } from "./leaf-no-eku.ts";
import { leafNoKu } from "./leaf-no-ku.ts";
import { leafNoSki } from "./leaf-no-ski.ts";
import { pathlenExceeded } from "./pathlen-exceeded.ts";
import { policyMappingInhibited } from "./policy-mapping-inhibited.ts";
import { policyRequired } from "./policy-required.ts";
import { strictIntBcNotCritical } from "./strict-int-bc-not-critical.ts";
import { strictIntNoAki } from "./strict-int-no-aki.ts";
import { strictIntNoKeyUsage } from "./strict-int-no-key-usage.ts";
import { strictIntNoSki } from "./strict-int-no-ski.ts";
import { strictLeafNoAki } from "./strict-leaf-no-aki.ts";
import { strictRootBcNotCritical } from "./strict-root-bc-not-critical.ts";
import { strictRootNoKeyUsage } from "./strict-root-no-key-usage.ts";
import { strictRootNoSki } from "./strict-root-no-ski.ts";
import { unknownCriticalExt } from "./unknown-critical-ext.ts";
import { wrongEku } from "./wrong-eku.ts";

/** The faults of this group, in the order of the documentation. */
export const usageFaults: readonly Fault[] = [
  wrongEku,
  leafEkuAny,
  leafNoEku,
  leafNoKu,
  intEkuClientOnly,
  kuNoDigitalSignature,
  intermediateNotCa,
  intermediateNoBasicConstraints,
  intermediateNoCertsign,
  pathlenExceeded,
  unknownCriticalExt,
  policyRequired,
  policyMappingInhibited,
  strictIntBcNotCritical,
  strictRootBcNotCritical,
  strictIntNoKeyUsage,
  strictRootNoKeyUsage,
  strictLeafNoAki,
  strictIntNoAki,
  strictIntNoSki,
  strictRootNoSki,
  leafNoSki,
];
