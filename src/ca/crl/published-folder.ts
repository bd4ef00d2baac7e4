import { join } from "node:path";
import type { Store } from "../../store/store.ts";

/** Where what everybody may fetch lies unless told: the paths in it are those of the URLs. Nothing in it is secret. */
export function publishedFolder({ location }: Store): string {
  return join(location, "published");
}
