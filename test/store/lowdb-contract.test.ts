import { storeContract } from "../contract/store-contract.ts";
import { newStore, reopened, storeFolder } from "./fixtures.ts";

storeContract("lowdb", async () => {
  const folder = storeFolder();
  return { store: await newStore(folder), reopen: () => reopened(folder) };
});
