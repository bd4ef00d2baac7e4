import type { Fault } from "../fault.ts";
import { bareWildcard } from "./bare-wildcard.ts";
import { emptySubjectSanNotCritical } from "./empty-subject-san-not-critical.ts";
import { ipInDnsSan } from "./ip-in-dns-san.ts";
import { ipNoIpSan } from "./ip-no-ip-san.ts";
import { ncExcluded } from "./nc-excluded.ts";
import { ncNotCritical } from "./nc-not-critical.ts";
import { ncPermitted } from "./nc-permitted.ts";
import { ncUnsupportedType } from "./nc-unsupported-type.ts";
import { noSanCnOnly } from "./no-san-cn-only.ts";
import { partialWildcard } from "./partial-wildcard.ts";
import { wrongHost } from "./wrong-host.ts";
import { wrongHostWildcard } from "./wrong-host-wildcard.ts";

/** The faults of this group, in the order of the documentation. */
export const namesFaults: readonly Fault[] = [
  wrongHost,
  wrongHostWildcard,
  noSanCnOnly,
  ipNoIpSan,
  ipInDnsSan,
  partialWildcard,
  bareWildcard,
  emptySubjectSanNotCritical,
  ncPermitted,
  ncExcluded,
  ncNotCritical,
  ncUnsupportedType,
];
