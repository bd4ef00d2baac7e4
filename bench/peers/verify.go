// Prints how many chains crypto/x509 verifies per CPU second: leaf, two intermediates and root are parsed from DER each time, the host name
// is checked. Arguments: host, then the files leaf.der int1.der int2.der root.der
package main

import (
	"crypto/x509"
	"fmt"
	"os"
	"runtime"
	"sort"
	"syscall"
)

func main() {
	runtime.GOMAXPROCS(1)
	host := os.Args[1]
	var files [][]byte
	for _, name := range os.Args[2:] {
		der, err := os.ReadFile(name)
		fail(err)
		files = append(files, der)
	}
	var rates []float64
	for round := 0; round < 9; round++ {
		start, calls := cpu(), 0
		for cpu()-start < 0.2 {
			for i := 0; i < 20; i++ {
				var chain []*x509.Certificate
				for _, der := range files {
					certificate, err := x509.ParseCertificate(der)
					fail(err)
					chain = append(chain, certificate)
				}
				roots, intermediates := x509.NewCertPool(), x509.NewCertPool()
				roots.AddCert(chain[len(chain)-1])
				for _, certificate := range chain[1 : len(chain)-1] {
					intermediates.AddCert(certificate)
				}
				_, err := chain[0].Verify(x509.VerifyOptions{DNSName: host, Roots: roots, Intermediates: intermediates})
				fail(err)
				calls++
			}
		}
		rates = append(rates, float64(calls)/(cpu()-start))
	}
	sort.Float64s(rates)
	fmt.Printf("%.0f\n", rates[len(rates)/2])
}

func fail(err error) {
	if err != nil {
		panic(err)
	}
}

func cpu() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
