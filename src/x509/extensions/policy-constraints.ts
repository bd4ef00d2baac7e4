import { OID } from "../../asn1/oids.ts";
import { contextPrimitive } from "../../asn1/tag.ts";
import { integer, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** After how many further certificates each constraint begins to hold. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

const requireTag = contextPrimitive(0);
const inhibitTag = contextPrimitive(1);

/** PolicyConstraints (RFC 5280 section 4.2.1.11). */
export const policyConstraints: ExtensionCodec<PolicyConstraints> = extensionCodec({
  oid: OID.policyConstraints,
  name: "policyConstraints",
  read: (reader) => {
    const body = reader.sequence("PolicyConstraints");
    const requireExplicitPolicy = body.peek() === requireTag ? body.integer(requireTag) : undefined;
    const inhibitPolicyMapping = body.peek() === inhibitTag ? body.integer(inhibitTag) : undefined;
    body.end("the end of PolicyConstraints");
    return {
      ...(requireExplicitPolicy !== undefined && { requireExplicitPolicy }),
      ...(inhibitPolicyMapping !== undefined && { inhibitPolicyMapping }),
    };
  },
  write: ({ requireExplicitPolicy, inhibitPolicyMapping }) =>
    sequence(
      ...(requireExplicitPolicy === undefined ? [] : [integer(requireExplicitPolicy, requireTag)]),
      ...(inhibitPolicyMapping === undefined ? [] : [integer(inhibitPolicyMapping, inhibitTag)]),
    ),
});
