// Reads a CRL and the certificate of its issuer, checks the signature, and prints the number and the serial numbers.
package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
)

func main() {
	der, err := os.ReadFile(os.Args[1])
	check(err)
	text, err := os.ReadFile(os.Args[2])
	check(err)
	block, _ := pem.Decode(text)
	issuer, err := x509.ParseCertificate(block.Bytes)
	check(err)
	list, err := x509.ParseRevocationList(der)
	check(err)
	check(list.CheckSignatureFrom(issuer))
	fmt.Println("number", list.Number)
	for _, entry := range list.RevokedCertificates {
		fmt.Printf("%x\n", entry.SerialNumber.Bytes()) // whole octets, as serials are written
	}
}

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
