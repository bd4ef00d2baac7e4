import { authority, type CommandOf, script } from "./target.ts";

const versions = {
  TLSv1: "tls.VersionTLS10",
  "TLSv1.1": "tls.VersionTLS11",
  "TLSv1.2": "tls.VersionTLS12",
  "TLSv1.3": "tls.VersionTLS13",
} as const;

export const goCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, certFile, keyFile, minVersion, maxVersion, alpn } = target;
  return script(
    "lab.go",
    [
      "package main",
      'import ("crypto/tls"; "crypto/x509"; "fmt"; "os")',
      "func main() {",
      `	pem, _ := os.ReadFile("${trustFile}")`,
      "	roots := x509.NewCertPool()",
      "	roots.AppendCertsFromPEM(pem)",
      `	config := &tls.Config{RootCAs: roots, ServerName: "${name}"}`,
      certFile && `	pair, _ := tls.LoadX509KeyPair("${certFile}", "${keyFile}")`,
      certFile && "	config.Certificates = []tls.Certificate{pair}",
      minVersion && `	config.MinVersion = ${versions[minVersion]}`,
      maxVersion && `	config.MaxVersion = ${versions[maxVersion]}`,
      alpn && `	config.NextProtos = []string{${alpn.map((protocol) => JSON.stringify(protocol)).join(", ")}}`,
      `	connection, err := tls.Dial("tcp", "${authority(address, port)}", config)`,
      // a server that minds the client's certificate says so after the handshake: RFC 8446 section 4.4.2.4
      '	if err == nil { fmt.Fprint(connection, "GET / HTTP/1.0\\r\\n\\r\\n"); _, err = connection.Read(make([]byte, 100)) }',
      "	fmt.Println(err)",
      "}",
    ],
    "go run lab.go",
  );
};
