import { authority, type CommandOf, script, words } from "./target.ts";
import { versionsBetween } from "./tls-version.ts";

const PASSWORD = "changeit";

export const javaCommand: CommandOf = (target) => {
  const { port, name, resolvableName = name, trustFile, source, certFile, keyFile, minVersion, maxVersion } = target;
  const property = (key: string, value: string) => `-D${key}=${value}`;
  const run = words(
    "java",
    property("javax.net.ssl.trustStore", "trust.p12"),
    property("javax.net.ssl.trustStorePassword", PASSWORD),
    certFile && property("javax.net.ssl.keyStore", "client.p12"),
    certFile && property("javax.net.ssl.keyStorePassword", PASSWORD),
    source && property("com.sun.net.ssl.checkRevocation", "true"),
    source === "crl" && property("com.sun.security.enableCRLDP", "true"),
    (minVersion ?? maxVersion) && property("jdk.tls.client.protocols", versionsBetween(minVersion, maxVersion).join()),
    "Lab.java",
  );
  const stores = [
    "rm -f trust.p12", // keytool adds to what is there
    `keytool -importcert -noprompt -alias lab -file ${trustFile} -keystore trust.p12 -storepass ${PASSWORD}`,
    certFile && `openssl pkcs12 -export -in ${certFile} -inkey ${keyFile} -out client.p12 -passout pass:${PASSWORD}`,
  ];
  const program = script(
    "Lab.java",
    [
      "class Lab {",
      "  public static void main(String[] args) throws Exception {",
      source === "ocsp" && '    java.security.Security.setProperty("ocsp.enable", "true");',
      `    new java.net.URL("https://${authority(resolvableName, port)}/").openStream().transferTo(System.out);`,
      "  }",
      "}",
    ],
    run,
  );
  return [...stores.filter((line) => line), program].join("\n");
};
