import { it } from "vitest";
import { curl } from "../../clients/curl.ts";
import { isInstalled } from "../../clients/installed.ts";
import { openssl } from "../../clients/openssl.ts";
import { describeVariables, type Told } from "./variables.ts";

const fetching = "fetch(process.argv[1]).catch((error) => { console.error(error); process.exitCode = 1; })";

const programs: readonly Told[] = [
  {
    name: "openssl",
    variable: "SSL_CERT_FILE",
    command: (url) => ["openssl", "s_client", "-verify_return_error", "-connect", new URL(url).host],
  },
  { name: "curl", variable: "CURL_CA_BUNDLE", command: (url) => ["curl", "-sS", url] },
  { name: "node", variable: "NODE_EXTRA_CA_CERTS", command: (url) => [process.execPath, "-e", fetching, url] },
];

const missing = [openssl, curl].filter((client) => !isInstalled(client)).map(({ name }) => name as string);

describeVariables(programs.filter(({ name }) => !missing.includes(name)));

it.skip.each(missing)("%s is not installed: its variable is not tried", () => {});
