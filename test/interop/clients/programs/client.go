// Connects with TLS and prints what crypto/tls says. Arguments: host port ca-file [cert-file key-file].
package main

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
)

func main() {
	host, port, caFile, certFile, keyFile := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	pem, err := os.ReadFile(caFile)
	fail(err)
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	config := &tls.Config{RootCAs: roots, ServerName: host}
	if certFile != "" {
		pair, err := tls.LoadX509KeyPair(certFile, keyFile)
		fail(err)
		config.Certificates = []tls.Certificate{pair}
	}
	connection, err := tls.Dial("tcp", "127.0.0.1:"+port, config)
	fail(err)
	_, err = connection.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
	fail(err)
	_, err = connection.Read(make([]byte, 100))
	fail(err)
	fmt.Println("ok")
}

func fail(err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%T: %v\n", err, err)
		os.Exit(1)
	}
}
