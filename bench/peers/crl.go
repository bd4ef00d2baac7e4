// Prints how many CRLs of so many entries x509.CreateRevocationList signs per CPU second, with a P-256 key.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	count, _ := strconv.Atoi(os.Args[1])
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	now := time.Now()
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Bench CA"}, NotBefore: now, NotAfter: now.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCRLSign, SubjectKeyId: []byte{1, 2, 3, 4}}
	revoked := make([]pkix.RevokedCertificate, count)
	for i := range revoked {
		serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
		revoked[i] = pkix.RevokedCertificate{SerialNumber: serial, RevocationTime: now.Add(time.Duration(-i) * time.Second)}
	}
	template := &x509.RevocationList{Number: big.NewInt(7), ThisUpdate: now, NextUpdate: now.AddDate(0, 0, 7), RevokedCertificates: revoked}
	start, calls := cpu(), 0
	for calls == 0 || cpu()-start < 0.5 {
		if _, err := x509.CreateRevocationList(rand.Reader, template, ca, key); err != nil {
			panic(err)
		}
		calls++
	}
	fmt.Printf("%.6f\n", float64(calls)/(cpu()-start))
}

func cpu() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
