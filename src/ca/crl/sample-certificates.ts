import type { Store } from "../../store/store.ts";
import { Certificate } from "../../x509/certificate.ts";
import type { PlannedCrl } from "./crl-plan.ts";
import { crlShardOf } from "./crl-shard.ts";

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
  for await (const { certificateDer } of store.list({ authority, notExpiredAt: now.toISOString() })) {
    const certificate = Certificate.parse(certificateDer);
    for (const list of lists) if (!samples.has(list) && covers(list, certificate)) samples.set(list, certificate);
    if (samples.size === lists.length || --left === 0) break;
  }
  return samples;
}

function covers({ shard }: PlannedCrl, { serialNumber }: Certificate): boolean {
  return shard === undefined || crlShardOf(serialNumber, shard.of) === shard.index;
}
