import { PublicKey } from "../../keys/public-key.ts";
import { keyUsage } from "../../x509/extensions/key-usage.ts";
import { keyUsageFor } from "../holes/key-usage.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** RFC 5280 section 4.2.1.3, and RFC 3279, RFC 5480 and RFC 8410 for what each kind of key can serve. */
export const keyUsageRule: PolicyRule = {
  id: "key-usage",
  summary: "keyUsage is critical and has exactly the bits of the profile that the key can serve.",
  check({ certificate, profile }, refuse) {
    const at = "extensions.keyUsage";
    const found = certificate.extension(keyUsage);
    const bits = found?.value ?? [];
    const wanted = keyUsageFor(profile.keyUsage, PublicKey.fromSpki(certificate.spkiDer).kind);
    if (bits.length !== wanted.length || !wanted.every((bit) => bits.includes(bit)))
      refuse({ at, found: bits.join(", ") || "absent", allowed: wanted.join(", ") || "none", knob: "keyUsage" });
    if (found?.critical === false)
      refuse({ at: `${at}.critical`, found: "false", allowed: "true", knob: "the request" });
  },
};
