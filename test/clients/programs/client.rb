# Calls a server with Net::HTTP and prints what it raises. Arguments: the fields of worker.ts.
require "net/http"
require "openssl"

host, address, port, ca, cert, key, min, max, _alpn, crl, _flags, timeout = ARGV
VERSIONS = {
  "TLSv1" => OpenSSL::SSL::TLS1_VERSION, "TLSv1.1" => OpenSSL::SSL::TLS1_1_VERSION,
  "TLSv1.2" => OpenSSL::SSL::TLS1_2_VERSION, "TLSv1.3" => OpenSSL::SSL::TLS1_3_VERSION
}.freeze

http = Net::HTTP.new(host, port.to_i, nil)
http.ipaddr = address if address.match?(/\A[\d.]+\z/)
http.use_ssl = true
http.ca_file = ca
http.open_timeout = http.read_timeout = http.ssl_timeout = timeout.to_i / 1000.0
http.max_retries = 0
http.min_version = VERSIONS[min] if VERSIONS.key?(min)
http.max_version = VERSIONS[max] if VERSIONS.key?(max)
unless crl.empty?
  http.ca_file = nil
  http.cert_store = OpenSSL::X509::Store.new.tap do |store|
    store.add_file(ca)
    File.read(crl).scan(/-----BEGIN X509 CRL-----.+?-----END X509 CRL-----/m) { |pem| store.add_crl(OpenSSL::X509::CRL.new(pem)) }
    store.flags = OpenSSL::X509::V_FLAG_CRL_CHECK | OpenSSL::X509::V_FLAG_CRL_CHECK_ALL
  end
end
unless cert.empty?
  own, *extra = OpenSSL::X509::Certificate.load_file(cert)
  http.cert = own
  http.extra_chain_cert = extra
  http.key = OpenSSL::PKey.read(File.read(key))
end
puts http.get("/").code
