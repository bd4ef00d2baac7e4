import type { Store } from "../../store/store.ts";
import { Certificate } from "../../x509/certificate.ts";
import type { PlannedCrl } from "./crl-plan.ts";

/** So many certificates are looked at for one of each shard. Random serial numbers find 256 shards among 1,500. */
const LOOKED_AT = 5_000;

/** Certificates in use, one that each of these lists is to speak of; none for a list that covers nobody yet. */
export async function sampleCertificates(
  store: Store,
  authority: string,
  lists: readonly PlannedCrl[],
  now: Date,
): Promise<ReadonlyMap<PlannedCrl, Certificate>> {
  const samples = new Map<PlannedCrl, Certificate>();
  let left = LOOKED_AT;
  for await (const { serial, certificateDer } of store.list({ authority, notExpiredAt: now.toISOString() })) {
    for (const list of lists)
      if (!samples.has(list) && covers(list, serial)) samples.set(list, Certificate.parse(certificateDer));
    if (samples.size === lists.length || --left === 0) break;
  }
  return samples;
}

/** The shard of a certificate is its serial number modulo their number, a power of two up to 65,536. */
function covers({ shard }: PlannedCrl, serial: string): boolean {
  return shard === undefined || Number.parseInt(serial.slice(-4), 16) % shard.of === shard.index;
}
