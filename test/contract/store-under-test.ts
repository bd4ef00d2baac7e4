import type { Store } from "../../src/store/store.ts";

/** A store of a driver under test, empty but for the authority "issuing", and another look at it, as of another process. */
export interface StoreUnderTest {
  readonly store: Store;
  reopen(): Promise<Store>;
}

export type OpenStoreUnderTest = () => Promise<StoreUnderTest>;
