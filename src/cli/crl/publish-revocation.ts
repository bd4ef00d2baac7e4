import type { CaContext } from "../../ca/context.ts";
import { publishedFolder } from "../../ca/crl/published-folder.ts";
import { publicationState, republishCrls } from "../../ca/crl/republish-crls.ts";
import { openAuthority } from "../../ca/open-authority.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { shortPath } from "../ca/delivery.ts";
import type { Context } from "../context.ts";
import { type PassphraseValues, passphraseOf } from "../passphrase.ts";

/** What became of the lists of a CA after a revocation. */
export interface RevocationPublication {
  /** The lists that are in place tell of it. */
  readonly told: boolean;
  /** The files that were written for that. */
  readonly files: readonly string[];
  /** Why they could not be published. */
  readonly problem?: string;
}

/** Publishes at once where lists are in place already. The revocation is recorded and stands, whatever comes of this. */
export async function publishRevocation(
  context: Context,
  ca: CaContext,
  authority: string,
  passphrase: PassphraseValues,
): Promise<RevocationPublication> {
  const record = (await ca.store.authorities()).find(({ id }) => id === authority);
  try {
    const state = record === undefined ? "none" : await publicationState(ca, record);
    if (record === undefined || state !== "behind") return { told: state === "complete", files: [] };
    const opened = await openAuthority(ca.store, authority, { passphrase: passphraseOf(context, passphrase) });
    const lists = await republishCrls(ca, opened, record, publishedFolder(ca.store));
    return { told: true, files: lists.map(({ file }) => shortPath(context, file)) };
  } catch (error) {
    if (isPkiError(error)) return { told: false, files: [], problem: error.message };
    throw error;
  }
}
