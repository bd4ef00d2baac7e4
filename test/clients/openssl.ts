import { type Client, isAddress, request, runFor, type Target, wasAnswered } from "./client.ts";

/** What a program over OpenSSL checks, and certificate policies, which most do not switch on. */
export const openssl: Client = opensslWith("-policy_check");

/** The same with every check that OpenSSL has. */
export const opensslStrict: Client = opensslWith("-policy_check", "-x509_strict");

function opensslWith(...flags: readonly string[]): Client {
  return {
    name: "openssl",
    command: ["openssl", "version"],
    trustedThrough: "-CAfile",
    connect: async (target) => {
      const command = ["openssl", "s_client", "-ign_eof", ...flags, ...argumentsFor(target)];
      return wasAnswered(await runFor(target, command, { input: request, timeoutMs: target.timeoutMs }));
    },
  };
}

function argumentsFor(target: Target): string[] {
  const { host, address = "127.0.0.1", port, caFile, certFile, keyFile } = target;
  const { sni, minVersion, maxVersion, alpn, crlFile, staple } = target;
  return [
    ...["-connect", `${address}:${port}`, "-CAfile", caFile, "-no-CApath", "-no-CAstore", "-verify_return_error"],
    ...(isAddress(host) ? ["-verify_ip", host] : ["-verify_hostname", host]),
    ...(sni === false || isAddress(host) ? ["-noservername"] : ["-servername", host]),
    ...(certFile && keyFile ? ["-cert_chain", certFile, "-cert", certFile, "-key", keyFile] : []),
    ...(minVersion ? ["-min_protocol", minVersion] : []),
    ...(maxVersion ? ["-max_protocol", maxVersion] : []),
    ...(alpn ? ["-alpn", alpn.join(",")] : []),
    ...(crlFile ? ["-crl_check_all"] : []),
    ...(staple ? ["-status"] : []),
  ];
}
