import { type Client, runFor, secondsOf, type Target, urlOf } from "./client.ts";

/** wget over GnuTLS, as Debian builds it. */
export const wget: Client = {
  name: "wget",
  command: ["wget", "--version"],
  trustedThrough: "--ca-certificate",
  connect: (target) => runFor(target, ["wget", ...argumentsFor(target)]),
};

function argumentsFor(target: Target): string[] {
  const { caFile, certFile, keyFile, crlFile, minVersion, maxVersion } = target;
  return [
    ...["--no-config", "--no-hsts", "--no-proxy", "--tries=1", `--timeout=${secondsOf(target)}`],
    ...["--output-document=-", `--ca-certificate=${caFile}`, "--ca-directory=/nonexistent"],
    ...(certFile && keyFile ? [`--certificate=${certFile}`, `--private-key=${keyFile}`] : []),
    ...(minVersion || maxVersion ? [`--secure-protocol=${minVersion === "TLSv1.3" ? "TLSv1_3" : "TLSv1_2"}`] : []),
    ...(crlFile ? [`--crl-file=${crlFile}`] : []),
    urlOf(target),
  ];
}
