import { OID } from "../../asn1/oids.ts";
import { integer, sequence } from "../../asn1/writer.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** The TLS extension numbers that the features stand for (RFC 6066 section 8, RFC 6961). */
export const tlsFeatureNumbers = { statusRequest: 5, statusRequestV2: 17 } as const;

/** TLSFeature (RFC 7633): TLS extensions that the server promises to honour; 5 is "must staple". */
export const tlsFeature: ExtensionCodec<readonly number[]> = extensionCodec({
  oid: OID.tlsFeature,
  name: "tlsFeature",
  read: (reader) => reader.sequence("Features").each((features) => features.integer()),
  write: (features) => sequence(...features.map((feature) => integer(feature))),
});
