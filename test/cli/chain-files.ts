import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a root, an intermediate and a leaf for localhost that OpenSSL made, each as `.pem` and `.key`, and `full.pem` without the root. */
export function writeChain(cwd: string): void {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd, stdio: "pipe" });
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc"];
  const ca = "keyUsage=critical,keyCertSign,cRLSign";
  openssl(
    "req",
    "-x509",
    ...ec,
    "-keyout",
    "root.key",
    "-out",
    "root.pem",
    "-subj",
    "/CN=Root",
    "-days",
    "3650",
    "-addext",
    ca,
  );
  const sign = (name: string, issuer: string, subject: string, days: number, ...extensions: string[]) => {
    openssl("req", "-new", ...ec, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", subject);
    writeFileSync(join(cwd, `${name}.ext`), extensions.join("\n"));
    openssl(
      ...["x509", "-req", "-in", `${name}.csr`, "-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`],
      ...["-out", `${name}.pem`, "-days", `${days}`, "-extfile", `${name}.ext`],
    );
  };
  sign("int", "root", "/CN=Issuing", 1800, "basicConstraints=critical,CA:TRUE,pathlen:0", ca);
  sign(
    "leaf",
    "int",
    "/CN=localhost",
    90,
    "subjectAltName=DNS:localhost,IP:127.0.0.1",
    "keyUsage=critical,digitalSignature",
    "extendedKeyUsage=serverAuth",
  );
  writeFileSync(
    join(cwd, "full.pem"),
    ["leaf.pem", "int.pem"].map((name) => readFileSync(join(cwd, name), "utf8")).join(""),
  );
}
