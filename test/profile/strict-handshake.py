"""A TLS handshake in memory with the flags that Python 3.13 sets by default: chain, key, root."""
import ssl
import sys

chain, key, root = sys.argv[1:]
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(chain, key)
client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client.check_hostname = False
client.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
client.load_verify_locations(root)

to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
ends = [client.wrap_bio(to_client, to_server), server.wrap_bio(to_server, to_client, server_side=True)]
for _ in range(6):
    for end in list(ends):
        try:
            end.do_handshake()
            ends.remove(end)
        except ssl.SSLWantReadError:
            pass
print("accepted" if not ends else "unfinished")
