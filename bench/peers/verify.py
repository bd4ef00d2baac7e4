"""Prints how many chains pyca/cryptography verifies per CPU second, parsed from DER each time. Arguments: host leaf int1 int2 root (DER files)."""
import statistics
import sys
import time

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store

host, *names = sys.argv[1:]
files = [open(name, "rb").read() for name in names]
rates = []
for _ in range(9):
    start, calls = time.process_time(), 0
    while time.process_time() - start < 0.2:
        leaf, *rest, root = [x509.load_der_x509_certificate(der) for der in files]
        PolicyBuilder().store(Store([root])).build_server_verifier(x509.DNSName(host)).verify(leaf, rest)
        calls += 1
    rates.append(calls / (time.process_time() - start))
print(round(statistics.median(rates)))
