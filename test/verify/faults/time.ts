import { TAG } from "../../../src/asn1/tag.ts";
import { text } from "../../../src/asn1/writer.ts";
import { ca, days, leaf, root } from "../pki.ts";
import { below, type Fault, good, goodLeaf } from "./fault.ts";

const futureRoot = root({ subject: "CN=Future Root", notBefore: days(10) });
const futureCa = ca(futureRoot, { notBefore: days(10) });
const pastRoot = root({ subject: "CN=Past Root", notAfter: days(-5) });

export const timeFaults: readonly Fault[] = [
  { id: "expired-leaf", sent: below(leaf(good.issuing, { notAfter: days(-1) })) },
  { id: "expired-intermediate", sent: [goodLeaf, ca(good.root, { notAfter: days(-1) })], index: 1 },
  {
    id: "expired-root",
    sent: [leaf(ca(pastRoot)), ca(pastRoot)],
    trust: [pastRoot],
    index: 2,
  },
  { id: "not-yet-valid-leaf", sent: below(leaf(good.issuing, { notBefore: days(1) })) },
  { id: "not-yet-valid-intermediate", sent: [goodLeaf, ca(good.root, { notBefore: days(1) })], index: 1 },
  { id: "not-yet-valid", sent: [leaf(ca(futureRoot)), ca(futureRoot)], trust: [futureRoot], index: 2 },
  {
    id: "clock-wrong",
    sent: [leaf(futureCa, { notBefore: days(10) }), futureCa],
    trust: [futureRoot],
    also: ["not-yet-valid-leaf", "not-yet-valid-intermediate", "not-yet-valid"],
  },
  { id: "validity-too-long", sent: below(leaf(good.issuing, { notAfter: days(500) })), isRefused: false },
  { id: "validity-900d", sent: below(leaf(good.issuing, { notAfter: days(870) })), isRefused: false },
  { id: "outlives-issuer", sent: [goodLeaf, ca(good.root, { notAfter: days(59) })], isRefused: false },
  {
    id: "bad-time-encoding",
    sent: below(leaf(good.issuing, { notAfter: text(TAG.utcTime, "2712312359Z") })),
  },
];
