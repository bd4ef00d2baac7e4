import { isPkiError } from "../../errors/pki-error.ts";
import { openStore } from "../../store/open.ts";
import { parsePem } from "../../x509/pem.ts";
import type { Context } from "../context.ts";
import { storeLocation } from "../store-location.ts";

/** The roots of the store at hand; undefined when nobody asked for one and there is none. @throws PkiError ERR_STORE_… */
export async function storeRoots(context: Context): Promise<readonly Uint8Array[] | undefined> {
  const location = storeLocation(context);
  try {
    const store = await openStore(location, { now: context.now });
    const authorities = await store.authorities();
    await store.close();
    const roots = authorities.filter(({ kind }) => kind === "root");
    return roots.flatMap(({ certificatePem }) => parsePem(certificatePem).map(({ der }) => der));
  } catch (error) {
    if (context.store === undefined && isPkiError(error, "ERR_STORE_MISSING")) return undefined;
    throw error;
  }
}
