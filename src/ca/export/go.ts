import { join } from "node:path";
import type { ExportFormat } from "./export-format.ts";
import { pem } from "./pem-files.ts";

/** net/http and crypto/tls. A JSON string is a Go string. */
export const go: ExportFormat = {
  id: "go",
  summary: "the PEM files, and server.go: an HTTPS server and its client for Go",
  files: [...pem.files, { name: "server.go", contents: (_, { directory }) => text(directory) }],
};

function text(directory: string): string {
  const key = JSON.stringify(join(directory, "key.pem"));
  const fullchain = JSON.stringify(join(directory, "fullchain.pem"));
  const root = JSON.stringify(join(directory, "root.pem"));
  return `package main

import (
	"crypto/tls"
	"crypto/x509"
	"log"
	"net/http"
	"os"
)

// Client trusts the private root and nothing else.
func Client() *http.Client {
	pem, err := os.ReadFile(${root})
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	// a server that wants client certificates (mTLS): add Certificates: []tls.Certificate{...}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
}

func main() {
	log.Fatal(http.ListenAndServeTLS(":8443", ${fullchain}, ${key}, nil))
}
`;
}
