import type { Client, Target } from "./client.ts";
import { run } from "./client.ts";

const program = `
import socket, ssl, sys
host, port, ca, strict, cert, key = sys.argv[1:]
context = ssl.create_default_context(cafile=ca)
if strict == "strict":
    # what ssl.create_default_context sets from Python 3.13 on
    context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
if cert:
    context.load_cert_chain(cert, key)
with socket.create_connection(("127.0.0.1", int(port)), timeout=20) as raw:
    with context.wrap_socket(raw, server_hostname=host) as tls:
        tls.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
        if not tls.recv(100): raise SystemExit("nothing received")
        print("ok", tls.version())
`;

/** Python's default context. */
export const python: Client = {
  name: "python",
  command: ["python3", "--version"],
  connect: (target) => connect(target, ""),
};

/** The same with the flags that Python 3.13 sets by default. */
export const pythonStrict: Client = {
  name: "python-3.13",
  command: ["python3", "--version"],
  connect: (target) => connect(target, "strict"),
};

function connect({ host, port, caFile, certFile = "", keyFile = "" }: Target, strict: string) {
  return run("python3", ["-c", program, host, String(port), caFile, strict, certFile, keyFile]);
}
