import { join } from "node:path";
import type { ExportFormat } from "./export-format.ts";
import { rootPem } from "./pem-files.ts";
import { pkcs12File } from "./pkcs12.ts";

/** Java reads PKCS#12 as a key store; a trust store is made by keytool, which marks the root as trusted. */
export const java: ExportFormat = {
  id: "java",
  summary: "keystore.p12, root.pem, and java.txt: the properties, and the keytool line that makes a trust store",
  files: [
    pkcs12File("keystore.p12", false),
    rootPem,
    { name: "java.txt", contents: (_, { directory }) => text(directory) },
  ],
};

function text(directory: string): string {
  const keyStore = join(directory, "keystore.p12");
  const trustStore = join(directory, "truststore.p12");
  return `# a server, or a client that shows a certificate; the password is the passphrase of keystore.p12
-Djavax.net.ssl.keyStore=${keyStore} -Djavax.net.ssl.keyStoreType=PKCS12 -Djavax.net.ssl.keyStorePassword=...

# whoever must trust the root: make a trust store once, then point Java at it
keytool -importcert -noprompt -alias private-root -file ${join(directory, "root.pem")} -keystore ${trustStore} -storetype PKCS12
-Djavax.net.ssl.trustStore=${trustStore} -Djavax.net.ssl.trustStorePassword=...

# Spring Boot
server.ssl.key-store=${keyStore}
server.ssl.key-store-type=PKCS12
server.ssl.key-store-password=...
`;
}
