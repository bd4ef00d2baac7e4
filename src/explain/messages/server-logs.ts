import { type MessageClass, messageClasses } from "./message-class.ts";
import { x509Errors } from "./x509-errors.ts";

/** What servers log when they verify a client's certificate: nginx and Apache with OpenSSL's number and text. */
export const serverLogMessages: readonly MessageClass[] = messageClasses([
  ["log-client-period", "the server finds the client's certificate outside its period", logged(9, 10)],
  ["log-client-unknown-ca", "the server finds no way from the client's certificate to its CAs", logged(2, 18, 19, 20)],
  ["log-client-incomplete", "the client sent its certificate without the intermediate", logged(21)],
  ["log-client-revoked", "the client's certificate is revoked", logged(23)],
  ["log-client-purpose", "the client's certificate is not for clients", logged(26)],
]);

function logged(...numbers: readonly number[]): string[] {
  return x509Errors
    .filter(([number]) => numbers.includes(number))
    .flatMap(([number, , text]) =>
      [`client SSL certificate verify error: (${number}:`, `Certificate Verification: Error (${number}): `].flatMap(
        (start) => [start, start + text],
      ),
    );
}
