import { join } from "node:path";
import { createCa } from "../../../src/ca/create-ca.ts";
import { publishCrls } from "../../../src/ca/crl/publish-crls.ts";
import { type Issued, issue } from "../../../src/ca/issue.ts";
import { revoke } from "../../../src/ca/revoke.ts";
import { builtinProfile } from "../../../src/profile/builtin-profiles.ts";
import { createStore } from "../../../src/store/open.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Where a hierarchy stands: its lists are out of date, they are fresh, or the root's has the issuing CA on it. */
export type Moment = "expired" | "fresh" | "revoked-ca";

export interface PublishedCrls {
  readonly root: Certificate;
  readonly issuing: Certificate;
  readonly good: Issued;
  /** On every list of the issuing CA. */
  readonly revoked: Issued;
  /** Files of the lists of the issuing CA and the root, DER. */
  readonly crls: Readonly<Record<Moment, readonly string[]>>;
}

/** A root, an issuing CA and two certificates for servers and clients, with the lists that they published at each moment in `folder`. */
export async function publishedCrls(folder: string): Promise<PublishedCrls> {
  let today = new Date(Date.now() - MONTH_MS);
  const now = () => today;
  const store = await createStore(join(folder, "ca-store"), { now });
  try {
    const context = { store, now };
    const { root, issuing } = await createCa(context, { name: "Interop", baseUrl: "http://pki.example.test" });
    const publish = async (moment: Moment, rootDays: number) => {
      const options = { folder: join(folder, moment) };
      const lists = [
        ...(await publishCrls(context, issuing, options)),
        ...(await publishCrls(context, root, { ...options, days: rootDays })),
      ];
      return lists.map(({ file }) => file);
    };
    const order = { profile: builtinProfile("mtls"), names: ["localhost"], days: 90 };
    const good = await issue(context, issuing, order);
    const revoked = await issue(context, issuing, order);
    await revoke(context, revoked.certificate, { reason: "keyCompromise" });
    const expired = await publish("expired", 7);
    today = new Date();
    const fresh = await publish("fresh", 180);
    await revoke(context, issuing.certificate, { reason: "cACompromise" });
    const crls = { expired, fresh, "revoked-ca": await publish("revoked-ca", 180) };
    return { root: root.certificate, issuing: issuing.certificate, good, revoked, crls };
  } finally {
    await store.close();
  }
}
