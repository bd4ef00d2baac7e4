"""Python's clients for many targets: python, python-3.13 (its default flags), requests, pip. Each target gets a process of its own."""
import base64
import contextlib
import io
import multiprocessing
import os
import signal
import socket
import ssl
import sys
import traceback

import requests
from pip._internal.cli.main import main as pip_main

VERSIONS = {
    "TLSv1": ssl.TLSVersion.TLSv1,
    "TLSv1.1": ssl.TLSVersion.TLSv1_1,
    "TLSv1.2": ssl.TLSVersion.TLSv1_2,
    "TLSv1.3": ssl.TLSVersion.TLSv1_3,
}


class Target:
    def __init__(self, fields):
        (self.host, self.address, self.port, self.ca, self.cert, self.key, self.min, self.max, self.alpn, self.crl,
         flags, timeout) = fields
        self.sni = "sni" in flags.split(",")
        self.timeout = int(timeout) / 1000
        self.url = f"https://{self.host}:{self.port}/"


def context_for(target, strict):
    context = ssl.create_default_context(cafile=target.ca)
    if strict:
        # what ssl.create_default_context sets from Python 3.13 on
        context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
    if target.crl:
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN
    if target.min:
        context.minimum_version = VERSIONS[target.min]
    if target.max:
        context.maximum_version = VERSIONS[target.max]
    if target.alpn:
        context.set_alpn_protocols(target.alpn.split(","))
    if target.cert:
        context.load_cert_chain(target.cert, target.key)
    if not target.sni:
        context.check_hostname = False
    return context


def connect(target, strict=False):
    with socket.create_connection((target.address, int(target.port)), timeout=target.timeout) as raw:
        name = target.host if target.sni else None
        with context_for(target, strict).wrap_socket(raw, server_hostname=name) as tls:
            tls.sendall(b"GET / HTTP/1.0\r\n\r\n")
            if not tls.recv(100):
                raise SystemExit("nothing received")
            print("ok", tls.version())


def connect_strictly(target):
    connect(target, strict=True)


def call_requests(target):
    os.environ["REQUESTS_CA_BUNDLE"] = target.ca
    identity = (target.cert, target.key) if target.cert else None
    print(requests.get(target.url, cert=identity, timeout=target.timeout).status_code)


def call_pip(target):
    os.environ["PIP_CERT"] = target.ca
    os.environ["PIP_CONFIG_FILE"] = os.devnull
    if target.cert:
        both = target.cert + ".both.pem"
        with open(both, "w") as file:
            file.write(open(target.cert).read() + open(target.key).read())
        os.environ["PIP_CLIENT_CERT"] = both
    pip_main([
        "download", "--retries", "1", "--timeout", str(target.timeout), "--disable-pip-version-check",
        "--no-cache-dir", "--no-deps", "--dest", "/nonexistent", "--index-url", target.url, "nosuchpackage",
    ])


CLIENTS = {"python": connect, "python-3.13": connect_strictly, "requests": call_requests, "pip": call_pip}


def answer(number, client, target, lock):
    os.environ["no_proxy"] = "*"
    printed = io.StringIO()
    verdict = "ok"
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            CLIENTS[client](target)
        except BaseException:
            verdict = "refused"
            traceback.print_exc()
    text = base64.b64encode(printed.getvalue().encode()).decode()
    with lock:
        os.write(1, f"{number}\t{verdict}\t{text}\n".encode())
    os._exit(0)


signal.signal(signal.SIGCHLD, signal.SIG_IGN)
lock = multiprocessing.Lock()
for line in sys.stdin:
    number, client, *fields = line.rstrip("\n").split("\t")
    if os.fork() == 0:
        answer(number, client, Target(fields), lock)
