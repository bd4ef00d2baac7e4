<?php
// Calls a server with PHP's streams, which print what is wrong as warnings. Arguments: the fields of worker.ts.
[, $host, $address, $port, $ca, $cert, $key, $min, $max, $alpn, , $flags, $timeout] = $argv;
$versions = ["TLSv1" => STREAM_CRYPTO_PROTO_TLSv1_0, "TLSv1.1" => STREAM_CRYPTO_PROTO_TLSv1_1,
    "TLSv1.2" => STREAM_CRYPTO_PROTO_TLSv1_2, "TLSv1.3" => STREAM_CRYPTO_PROTO_TLSv1_3];
$ssl = ["cafile" => $ca, "peer_name" => $host, "SNI_enabled" => str_contains($flags, "sni")];
if ($min !== "") $ssl["min_proto_version"] = $versions[$min];
if ($max !== "") $ssl["max_proto_version"] = $versions[$max];
if ($alpn !== "") $ssl["alpn_protocols"] = $alpn;
if ($cert !== "") $ssl += ["local_cert" => $cert, "local_pk" => $key];
$seconds = $timeout / 1000;
$context = stream_context_create(["ssl" => $ssl]);
$stream = stream_socket_client("ssl://$address:$port", $code, $message, $seconds, STREAM_CLIENT_CONNECT, $context);
if ($stream === false) exit(1);
stream_set_timeout($stream, (int) ceil($seconds));
fwrite($stream, "GET / HTTP/1.0\r\n\r\n");
$answer = fread($stream, 100);
if ($answer === false || $answer === "") exit(1);
echo "ok\n";
