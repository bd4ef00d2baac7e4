import { type CommandOf, script } from "./target.ts";

const versions = {
  TLSv1: "ssl.TLSVersion.TLSv1",
  "TLSv1.1": "ssl.TLSVersion.TLSv1_1",
  "TLSv1.2": "ssl.TLSVersion.TLSv1_2",
  "TLSv1.3": "ssl.TLSVersion.TLSv1_3",
} as const;

export const pythonCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, certFile, keyFile, minVersion, maxVersion, alpn, sni } = target;
  return script(
    "lab.py",
    [
      "import socket, ssl",
      `context = ssl.create_default_context(cafile="${trustFile}")`,
      crlFile && `context.load_verify_locations("${crlFile}")`,
      crlFile && "context.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN",
      certFile && `context.load_cert_chain("${certFile}", "${keyFile}")`,
      minVersion && `context.minimum_version = ${versions[minVersion]}`,
      maxVersion && `context.maximum_version = ${versions[maxVersion]}`,
      alpn && `context.set_alpn_protocols(${JSON.stringify(alpn)})`,
      sni === false && "context.check_hostname = False",
      `with socket.create_connection(("${address}", ${port}), timeout=10) as raw:`,
      `    with context.wrap_socket(raw, server_hostname=${sni === false ? "None" : `"${name}"`}) as tls:`,
      '        tls.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")',
      "        print(tls.version(), tls.recv(100))",
    ],
    "python3 lab.py",
  );
};
