# Calls a server with IO::Socket::SSL and prints its error. Arguments: the fields of worker.ts.
use strict;
use warnings;
use IO::Socket::SSL;

my ($host, $address, $port, $ca, $cert, $key, $min, $max, $alpn, $crl, $flags, $timeout) = @ARGV;
my @versions = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
my @refused = grep { ($min && $_ lt $min) || ($max && $_ gt $max) } @versions;
s/\./_/ for @refused;
my $socket = IO::Socket::SSL->new(
  PeerHost => $address, PeerPort => $port, Timeout => $timeout / 1000,
  SSL_ca_file => $ca, SSL_verifycn_name => $host, SSL_verifycn_scheme => "http",
  SSL_hostname => ($flags =~ /sni/ && $host !~ /^[\d.]+$/ ? $host : ""),
  (@refused ? (SSL_version => join(":", "SSLv23", map { "!$_" } @refused)) : ()),
  ($alpn ? (SSL_alpn_protocols => [split /,/, $alpn]) : ()),
  ($crl ? (SSL_check_crl => 1) : ()),
  ($cert ? (SSL_cert_file => $cert, SSL_key_file => $key) : ()),
) or die "$!, $SSL_ERROR\n";
print $socket "GET / HTTP/1.0\r\n\r\n";
sysread($socket, my $answer, 100) or die "$!, $SSL_ERROR\n";
print "ok\n";
