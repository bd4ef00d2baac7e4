import type { GeneralName } from "../x509/general-name.ts";
import { ipToText } from "../x509/ip-address.ts";

/** The bare text of a name, as it could stand in a common name; undefined for the forms that have none. */
export function nameValue(name: GeneralName): string | undefined {
  switch (name.kind) {
    case "dns":
    case "email":
    case "uri":
      return name.value;
    case "ip":
      return ipToText(name.bytes);
    default:
      return undefined;
  }
}
