import type { Fault } from "../fault.ts";
import { badTimeEncoding } from "./bad-time-encoding.ts";
import { clockWrong } from "./clock-wrong.ts";
import { expiredIntermediate } from "./expired-intermediate.ts";
import { expiredLeaf } from "./expired-leaf.ts";
import { expiredRoot } from "./expired-root.ts";
import { notYetValidIntermediate } from "./not-yet-valid-intermediate.ts";
import { notYetValidLeaf } from "./not-yet-valid-leaf.ts";
import { outlivesIssuer } from "./outlives-issuer.ts";
import { validity900d } from "./validity-900d.ts";
import { validityTooLong } from "./validity-too-long.ts";

/** The faults of this group, in the order of the documentation. */
export const timeFaults: readonly Fault[] = [
  expiredLeaf,
  expiredIntermediate,
  expiredRoot,
  notYetValidLeaf,
  notYetValidIntermediate,
  clockWrong,
  validityTooLong,
  validity900d,
  outlivesIssuer,
  badTimeEncoding,
];
