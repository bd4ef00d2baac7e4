import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import { importCa } from "../../src/ca/import-ca.ts";
import { issue } from "../../src/ca/issue.ts";
import { openAuthority } from "../../src/ca/open-authority.ts";
import { decodePkcs12 } from "../../src/keys/pkcs12.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { readCertificates } from "../../src/x509/certificate-file.ts";
import { LAB_MARKER_OID } from "../../src/x509/lab-marker.ts";
import { newContext, refusal, scratchFolder, tlsServer, written } from "./fixtures.ts";
import { opensslVerify } from "./openssl.ts";

const caExtensions =
  "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n";

/** A CA as openssl makes it. */
class OpensslCa {
  readonly folder: string = scratchFolder();

  root(name: string, extensions = caExtensions): void {
    this.#certify(name, extensions, ["-signkey", this.#file(`${name}.key`)]);
  }

  below(issuer: string, name: string, extensions = caExtensions): void {
    const signedBy = ["-CA", this.#file(`${issuer}.pem`), "-CAkey", this.#file(`${issuer}.key`), "-CAcreateserial"];
    this.#certify(name, `${extensions}authorityKeyIdentifier=keyid\n`, signedBy);
  }

  certificates(...names: readonly string[]) {
    return names.flatMap((name) => readCertificates(readFileSync(this.#file(`${name}.pem`))));
  }

  key(name: string): Promise<PrivateKey> {
    return PrivateKey.import(readFileSync(this.#file(`${name}.key`)));
  }

  pkcs12(name: string, password: string): Uint8Array {
    const out = this.#file(`${name}.p12`);
    const input = ["-inkey", this.#file(`${name}.key`), "-in", this.#file(`${name}.pem`)];
    this.#openssl("pkcs12", "-export", ...input, "-out", out, "-passout", `pass:${password}`);
    return new Uint8Array(readFileSync(out));
  }

  #certify(name: string, extensions: string, signedBy: readonly string[]): void {
    const request = this.#file(`${name}.csr`);
    writeFileSync(this.#file(`${name}.ext`), extensions);
    const subject = ["-subj", `/O=Old Works/CN=${name}`];
    const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", this.#file(`${name}.key`)];
    this.#openssl("req", "-new", ...key, ...subject, "-out", request);
    const period = ["-days", "7000"];
    const written = ["-extfile", this.#file(`${name}.ext`), "-out", this.#file(`${name}.pem`)];
    this.#openssl("x509", "-req", "-in", request, ...signedBy, ...period, ...written);
  }

  #openssl(...args: readonly string[]): void {
    execFileSync("openssl", args, { stdio: "pipe" });
  }

  #file(name: string): string {
    return join(this.folder, name);
  }
}

describe("importCa", () => {
  it("takes an intermediate with its chain, in any order, and issues from it", async () => {
    const ca = new OpensslCa();
    ca.root("Old Root");
    ca.below("Old Root", "Old Issuing");
    const context = await newContext();
    const certificates = ca.certificates("Old Root", "Old Issuing");
    const record = await importCa(context, { key: await ca.key("Old Issuing"), certificates });
    expect(record).toMatchObject({ id: "old-issuing", name: "Old Issuing", kind: "intermediate", keyType: "rsa-2048" });
    const authority = await openAuthority(context.store);
    const {
      certificate: leaf,
      chain,
      root,
    } = await issue(context, authority, { profile: tlsServer, names: ["localhost"] });
    opensslVerify({ leaf, chain, root, purpose: "sslserver" });
  });

  it("links what is imported below a CA of the store", async () => {
    const ca = new OpensslCa();
    ca.root("Old Root");
    ca.below("Old Root", "Old Issuing");
    const context = await newContext();
    const root = await importCa(context, { key: await ca.key("Old Root"), certificates: ca.certificates("Old Root") });
    const options = {
      key: await ca.key("Old Issuing"),
      certificates: ca.certificates("Old Issuing"),
      passphrase: "kept",
    };
    expect((await importCa(context, options)).parent).toBe(root.id);
    expect(await context.store.authorityKeyPem("old-issuing")).toContain("ENCRYPTED");
    await addIntermediate(context, await openAuthority(context.store, "Old Root"), { name: "New" });
  });

  it("reads PKCS#12", async () => {
    const ca = new OpensslCa();
    ca.root("Old Root");
    const context = await newContext();
    const { keys, certificates } = await decodePkcs12(ca.pkcs12("Old Root", "secret"), "secret");
    const [{ key }] = keys as [(typeof keys)[number]];
    const record = await importCa(context, { key, certificates: certificates.map(({ certificate }) => certificate) });
    expect(record.kind).toBe("root");
    await refusal(decodePkcs12(ca.pkcs12("Old Root", "secret"), "wrong"), "ERR_PASSPHRASE_WRONG");
  });
});

describe("importCa refuses, and writes nothing:", () => {
  it("a key that belongs to none of the certificates", async () => {
    await expectRefused("ERR_CA_KEY_MISMATCH", async (ca) => {
      ca.root("Old Root");
      return { key: PrivateKey.generate("ecdsa-p256"), certificates: ca.certificates("Old Root") };
    });
  });

  it("a chain that does not reach a root", async () => {
    const { facts } = await expectRefused("ERR_CA_CHAIN_INCOMPLETE", async (ca) => {
      ca.root("Old Root");
      ca.below("Old Root", "Old Issuing");
      return { key: await ca.key("Old Issuing"), certificates: ca.certificates("Old Issuing") };
    });
    expect(facts.missing).toBe("CN=Old Root,O=Old Works");
  });

  it.each([
    ["basicConstraints=CA:FALSE\n", "CA FALSE"],
    ["subjectKeyIdentifier=hash\n", "no basicConstraints"],
    ["basicConstraints=critical,CA:TRUE\nkeyUsage=cRLSign\n", "without keyCertSign"],
  ])("a certificate that cannot sign: %j", async (extensions, why) => {
    const { message } = await expectRefused("ERR_CA_CANNOT_SIGN", async (ca) => {
      ca.root("Old Root", extensions);
      return { key: await ca.key("Old Root"), certificates: ca.certificates("Old Root") };
    });
    expect(message).toContain(why);
  });

  it("a CA below one whose path length is 0", async () => {
    await expectRefused("ERR_CA_PATH_LENGTH", async (ca) => {
      ca.root("Old Root", caExtensions.replace("CA:TRUE", "CA:TRUE,pathlen:0"));
      ca.below("Old Root", "Old Issuing");
      return { key: await ca.key("Old Issuing"), certificates: ca.certificates("Old Root", "Old Issuing") };
    });
  });

  it("a chain that does not hold", async () => {
    const { message } = await expectRefused("ERR_CA_CHAIN_INVALID", async (ca) => {
      ca.root("Old Root");
      ca.below("Old Root", "Old Issuing", `${caExtensions}1.2.3.4=critical,DER:0500\n`);
      return { key: await ca.key("Old Issuing"), certificates: ca.certificates("Old Root", "Old Issuing") };
    });
    expect(message).toContain("1.2.3.4");
  });

  it("a CA of the fault lab", async () => {
    await expectRefused("ERR_CA_LAB_MARKED", async (ca) => {
      ca.root("Lab Root", `${caExtensions}${LAB_MARKER_OID}=DER:0500\n`);
      return { key: await ca.key("Lab Root"), certificates: ca.certificates("Lab Root") };
    });
  });

  it("a second CA under the same name", async () => {
    const ca = new OpensslCa();
    ca.root("Old Root");
    const context = await newContext();
    const options = { key: await ca.key("Old Root"), certificates: ca.certificates("Old Root") };
    await importCa(context, options);
    const before = await written(context);
    await refusal(importCa(context, options), "ERR_STORE_AUTHORITY_EXISTS");
    expect(await written(context)).toBe(before);
    expect((await importCa(context, { ...options, name: "Old Root again" })).id).toBe("old-root-again");
  });

  async function expectRefused(
    code: Parameters<typeof refusal>[1],
    make: (ca: OpensslCa) => Promise<Parameters<typeof importCa>[1]>,
  ) {
    const context = await newContext();
    const before = await written(context);
    const error = await refusal(importCa(context, await make(new OpensslCa())), code);
    expect(await written(context)).toBe(before);
    return error;
  }
});
