import { describe, it } from "vitest";
import { curl } from "../../clients/curl.ts";
import { isInstalled } from "../../clients/installed.ts";
import { node } from "../../clients/node.ts";
import { openssl } from "../../clients/openssl.ts";
import { describeClosure } from "./closure.ts";
import { oneByOne } from "./one-by-one.ts";

const clients = [openssl, curl, node];

describeClosure(clients.filter(isInstalled).map((client) => oneByOne(client)));

describe.skipIf(clients.every(isInstalled))("clients that are not installed", () => {
  it.skip.each(clients.filter((client) => !isInstalled(client)))("$name: no fault can be shown to it", () => {});
});
