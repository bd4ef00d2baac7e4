// Prints how many P-256 certificates x509.CreateCertificate signs per CPU second, with the key given.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"runtime"
	"sort"
	"syscall"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	caKey, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	leafKey, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	now := time.Now()
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Bench CA"}, NotBefore: now, NotAfter: now.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, SubjectKeyId: []byte{1, 2, 3, 4}}
	var rates []float64
	for round := 0; round < 9; round++ {
		start, calls := cpu(), 0
		for cpu()-start < 0.2 {
			for i := 0; i < 20; i++ {
				limit := new(big.Int).Lsh(big.NewInt(1), 127)
				serial, _ := rand.Int(rand.Reader, limit)
				leaf := &x509.Certificate{SerialNumber: serial, Subject: pkix.Name{CommonName: "localhost"}, NotBefore: now, NotAfter: now.AddDate(0, 3, 0),
					DNSNames: []string{"localhost", "www.localhost"}, KeyUsage: x509.KeyUsageDigitalSignature, BasicConstraintsValid: true,
					ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, SubjectKeyId: []byte{5, 6, 7, 8}}
				if _, err := x509.CreateCertificate(rand.Reader, leaf, ca, &leafKey.PublicKey, caKey); err != nil {
					panic(err)
				}
				calls++
			}
		}
		rates = append(rates, float64(calls)/(cpu()-start))
	}
	sort.Float64s(rates)
	fmt.Printf("%.0f\n", rates[len(rates)/2])
}

func cpu() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
