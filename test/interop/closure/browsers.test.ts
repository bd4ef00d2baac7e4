import { type BrowserClient, chromium, firefox, visitAll } from "../../clients/browsers.ts";
import { describeClosure, type Judge } from "../../faults/closure/closure.ts";

describeClosure([chromium, firefox].map(allAtOnce));

function allAtOnce(client: BrowserClient): Judge {
  const { name, trustedThrough } = client;
  return { name, trustedThrough, judge: ({ laboratory }, places) => visitAll(client, places, laboratory.root) };
}
