import { PublicKey } from "../../keys/public-key.ts";
import type { PolicyRule } from "./policy-rule.ts";

export const publicKeyRule: PolicyRule = {
  id: "public-key",
  summary: "The public key is of a type and size that the profile lists.",
  check({ certificate, profile: { keys } }, refuse) {
    const key = PublicKey.fromSpki(certificate.spkiDer);
    if (keys.some((id) => id === key.keyType?.id)) return;
    refuse({ at: "subjectPublicKeyInfo", found: key.words, allowed: keys.join(" or "), knob: "keys" });
  },
};
