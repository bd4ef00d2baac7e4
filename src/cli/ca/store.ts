import type { CaContext } from "../../ca/context.ts";
import { createStore, type OpenStoreOptions, openStore } from "../../store/open.ts";
import type { Store } from "../../store/store.ts";
import type { Context } from "../context.ts";
import { storeLocation } from "../store-location.ts";

/** Opens the store for one command, and lets go of it whatever happens. @throws PkiError those of `openStore` */
export async function withStore<T>(context: Context, use: (ca: CaContext) => Promise<T>): Promise<T> {
  return useStore(context, await openStore(storeLocation(context), openOptions(context)), use);
}

/** The same with a store that is made first. @throws PkiError those of `createStore` */
export async function withNewStore<T>(context: Context, use: (ca: CaContext) => Promise<T>): Promise<T> {
  return useStore(context, await createStore(storeLocation(context), openOptions(context)), use);
}

function openOptions({ now, pid }: Context): OpenStoreOptions {
  return pid === undefined ? { now } : { now, pid };
}

async function useStore<T>({ now }: Context, store: Store, use: (ca: CaContext) => Promise<T>): Promise<T> {
  try {
    return await use({ store, now });
  } finally {
    await store.close();
  }
}
