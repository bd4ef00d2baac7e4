import type { Fault } from "../fault.ts";
import { dupSerialA } from "./dup-serial-a.ts";
import { dupSerialB } from "./dup-serial-b.ts";
import { duplicateExtension } from "./duplicate-extension.ts";
import { malformedDer } from "./malformed-der.ts";
import { malformedExtension } from "./malformed-extension.ts";
import { md5Signature } from "./md5-signature.ts";
import { negativeSerial } from "./negative-serial.ts";
import { rsa1024Ca } from "./rsa1024-ca.ts";
import { rsa1024Leaf } from "./rsa1024-leaf.ts";
import { serialTooLong } from "./serial-too-long.ts";
import { sha1Signature } from "./sha1-signature.ts";
import { signatureAlgorithmMismatch } from "./signature-algorithm-mismatch.ts";
import { version1 } from "./version-1.ts";
import { weakCurve } from "./weak-curve.ts";
import { zeroSerial } from "./zero-serial.ts";

/** The faults of this group, in the order of the documentation. */
export const strengthFaults: readonly Fault[] = [
  rsa1024Leaf,
  rsa1024Ca,
  weakCurve,
  sha1Signature,
  md5Signature,
  signatureAlgorithmMismatch,
  negativeSerial,
  zeroSerial,
  serialTooLong,
  dupSerialA,
  dupSerialB,
  version1,
  duplicateExtension,
  malformedDer,
  malformedExtension,
];
