// Connects with TLS to many targets, one a line, and prints what crypto/tls says of each.
package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

var versions = map[string]uint16{
	"TLSv1": tls.VersionTLS10, "TLSv1.1": tls.VersionTLS11, "TLSv1.2": tls.VersionTLS12, "TLSv1.3": tls.VersionTLS13,
}

type target struct {
	host, address, port, ca, cert, key, min, max, alpn, crl, flags string
	timeout                                                       time.Duration
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	var output sync.Mutex
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		go func() {
			verdict, text := "ok", "ok"
			if err := connect(targetOf(fields[1:])); err != nil {
				verdict, text = "refused", fmt.Sprintf("%T: %v", err, err)
			}
			output.Lock()
			defer output.Unlock()
			fmt.Printf("%s\t%s\t%s\n", fields[0], verdict, base64.StdEncoding.EncodeToString([]byte(text)))
		}()
	}
}

func targetOf(f []string) target {
	milliseconds, _ := strconv.Atoi(f[11])
	return target{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], time.Duration(milliseconds) * time.Millisecond}
}

func connect(to target) error {
	pem, err := os.ReadFile(to.ca)
	if err != nil {
		return err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	config := &tls.Config{RootCAs: roots, ServerName: to.host, MinVersion: versions[to.min], MaxVersion: versions[to.max]}
	if to.alpn != "" {
		config.NextProtos = strings.Split(to.alpn, ",")
	}
	if to.cert != "" {
		pair, err := tls.LoadX509KeyPair(to.cert, to.key)
		if err != nil {
			return err
		}
		config.Certificates = []tls.Certificate{pair}
	}
	deadline, cancel := context.WithTimeout(context.Background(), to.timeout)
	defer cancel()
	dialer := tls.Dialer{Config: config}
	connection, err := dialer.DialContext(deadline, "tcp", net.JoinHostPort(to.address, to.port))
	if err != nil {
		return err
	}
	defer connection.Close()
	if _, err = connection.Write([]byte("GET / HTTP/1.0\r\n\r\n")); err != nil {
		return err
	}
	_, err = connection.Read(make([]byte, 100))
	return err
}
