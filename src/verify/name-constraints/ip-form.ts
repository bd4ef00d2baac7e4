import { inOrOut, type NameForm, unreadable } from "./name-form.ts";

/** iPAddress: an address and a mask in the style of CIDR, 8 octets for IPv4 and 32 for IPv6 (RFC 5280 section 4.2.1.10). */
export const ipForm: NameForm<Uint8Array> = {
  readName: (name) =>
    name.kind === "ip" && (name.bytes.length === 4 || name.bytes.length === 16) ? name.bytes : undefined,
  readSubtree: (base) => {
    if (base.kind !== "ip" || (base.bytes.length !== 8 && base.bytes.length !== 32))
      return unreadable("malformed", "not an address and a mask");
    const length = base.bytes.length / 2;
    const network = base.bytes.subarray(0, length);
    const mask = base.bytes.subarray(length);
    if (!isContiguous(mask)) return unreadable("malformed", "the ones of its mask are not all to the left");
    return { relate: (address) => inOrOut(isInNetwork(address, network, mask)) };
  },
};

function isInNetwork(address: Uint8Array, network: Uint8Array, mask: Uint8Array): boolean {
  if (address.length !== network.length) return false;
  return mask.every((bits, i) => (((address[i] as number) ^ (network[i] as number)) & bits) === 0);
}

function isContiguous(mask: Uint8Array): boolean {
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(bits);
}
