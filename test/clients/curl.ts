import { type Client, runFor, secondsOf, type Target, urlOf } from "./client.ts";

export const curl: Client = {
  name: "curl",
  command: ["curl", "--version"],
  trustedThrough: "--cacert",
  connect: (target) => runFor(target, ["curl", ...argumentsFor(target)]),
};

const versions = { TLSv1: "1.0", "TLSv1.1": "1.1", "TLSv1.2": "1.2", "TLSv1.3": "1.3" } as const;

function argumentsFor(target: Target): string[] {
  const { host, address = "127.0.0.1", port, caFile, certFile, keyFile } = target;
  const { minVersion, maxVersion, alpn, crlFile, staple } = target;
  return [
    ...["-sS", "--noproxy", "*", "--connect-timeout", secondsOf(target), "--max-time", secondsOf(target)],
    ...["--connect-to", `${host}:${port}:${address}:${port}`],
    ...["--cacert", caFile, "--capath", "/nonexistent"],
    ...(certFile && keyFile ? ["--cert", certFile, "--key", keyFile] : []),
    ...(minVersion ? [`--tlsv${versions[minVersion]}`] : []),
    ...(maxVersion ? ["--tls-max", versions[maxVersion]] : []),
    ...(alpn ? [alpn.includes("http/1.1") ? "--http1.1" : "--http2-prior-knowledge"] : []),
    ...(crlFile ? ["--crlfile", crlFile] : []),
    ...(staple ? ["--cert-status"] : []),
    urlOf(target),
  ];
}
