import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walkEntries } from "../../../src/revocation/crl/walk-entries.ts";
import { encodeRevokedCertificate } from "../../../src/x509/revoked-certificate.ts";
import { now } from "../test-issuer.ts";

const serials = Array.from({ length: 50 }, (_, i) => i + 1);
const entries = Buffer.concat(
  serials.map((serial) => encodeRevokedCertificate({ serial: Uint8Array.of(serial), revokedAt: now, extensions: [] })),
);

async function walked(chunks: readonly Uint8Array[]): Promise<readonly (number | undefined)[]> {
  const found: (number | undefined)[] = [];
  await walkEntries(chunks, ({ serialNumber }) => found.push(serialNumber.content[0]));
  return found;
}

describe("walkEntries", () => {
  it("finds the same entries however they are cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(entries.length), { maxLength: 60 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), entries.length];
        const chunks = places.slice(1).map((end, i) => entries.subarray(places[i], end));
        expect(await walked(chunks)).toEqual(serials);
      }),
    );
  });

  it("finds none in nothing, and refuses what is cut off or no entry", async () => {
    expect(await walked([])).toEqual([]);
    await expect(walked([entries.subarray(0, -1)])).rejects.toMatchObject({ code: "ERR_DER" });
    await expect(walked([entries, Uint8Array.of(4, 1, 0)])).rejects.toMatchObject({ code: "ERR_DER" });
    await expect(walked([Buffer.alloc(200_000, 0x30)])).rejects.toMatchObject({ code: "ERR_DER" });
  });
});
