import { type Client, isAddress, request, runFor, type Target, wasAnswered } from "./client.ts";

export const gnutls: Client = {
  name: "gnutls",
  command: ["gnutls-cli", "--version"],
  trustedThrough: "--x509cafile",
  connect: async (target) => {
    const options = { input: request, timeoutMs: target.timeoutMs };
    return wasAnswered(await runFor(target, ["gnutls-cli", ...argumentsFor(target)], options));
  },
};

const versions = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;

function argumentsFor(target: Target): string[] {
  const { host, address = "127.0.0.1", port, caFile, certFile, keyFile, sni, alpn, crlFile } = target;
  return [
    ...[`--x509cafile=${caFile}`, `--verify-hostname=${host}`, `--priority=${priorityFor(target)}`],
    ...(sni === false || isAddress(host) ? ["--disable-sni"] : [`--sni-hostname=${host}`]),
    ...(certFile && keyFile ? [`--x509certfile=${certFile}`, `--x509keyfile=${keyFile}`] : []),
    ...(alpn ?? []).map((protocol) => `--alpn=${protocol}`),
    ...(crlFile ? [`--x509crlfile=${crlFile}`] : []),
    ...["-p", String(port), address],
  ];
}

/** GnuTLS's own way to say which versions are allowed. */
function priorityFor({ minVersion, maxVersion }: Target): string {
  const from = minVersion === undefined ? 0 : versions.indexOf(minVersion);
  const to = maxVersion === undefined ? versions.length : versions.indexOf(maxVersion) + 1;
  if (minVersion === undefined && maxVersion === undefined) return "NORMAL";
  const allowed = versions
    .slice(from, to)
    .map((version) => `+VERS-${version.replace(/^TLSv1$/, "TLSv1.0").replace("TLSv", "TLS")}`);
  return ["NORMAL", "-VERS-ALL", ...allowed].join(":");
}
