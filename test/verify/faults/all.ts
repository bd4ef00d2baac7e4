import type { Fault } from "./fault.ts";
import { nameFaults } from "./names.ts";
import { revocationFaults } from "./revocation.ts";
import { shapeFaults } from "./shape.ts";
import { strengthFaults } from "./strength.ts";
import { timeFaults } from "./time.ts";
import { trustFaults } from "./trust.ts";
import { usageFaults } from "./usage.ts";

/** Every certificate fault that can be built without a server. */
export const faults: readonly Fault[] = [
  ...trustFaults,
  ...timeFaults,
  ...nameFaults,
  ...usageFaults,
  ...shapeFaults,
  ...strengthFaults,
  ...revocationFaults,
];
