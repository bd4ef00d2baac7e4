import { DerReader } from "../asn1/reader.ts";
import type { IssuableKeyTypeId } from "../keys/algorithms.ts";
import { PrivateKey } from "../keys/private-key.ts";
import { type BuiltinProfileName, builtinProfile } from "../profile/builtin-profiles.ts";
import type { Certificate } from "../x509/certificate.ts";
import { encodeRawExtension, parseExtension } from "../x509/extension.ts";
import { generalNameFromText } from "../x509/general-name-from-text.ts";
import { Name } from "../x509/name.ts";
import { TestAuthority } from "./test-authority.ts";
import { type ClientTls, TestCertificate } from "./test-certificate.ts";

export interface TestCaOptions {
  /** What the common names of the hierarchy begin with. */
  readonly name?: string;
  /** The type of every key that is made. ECDSA P-256 unless told: RSA keys take a second each. */
  readonly key?: IssuableKeyTypeId;
  /** How many CAs stand between the root and the certificates: none unless told. */
  readonly intermediates?: number;
  /** The moment at which everything is issued. */
  readonly now?: Date;
}

/** An extension as its parts: the value is the DER of the extension's own type. */
export interface TestExtension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

export interface TestIssueOptions {
  /** `tls-server` unless told; `tls-client` and `mtls` are the others that TLS wants. */
  readonly profile?: BuiltinProfileName;
  /** RFC 4514 text, such as `CN=alice,O=Acme`; what the profile makes of the names when not given. */
  readonly subject?: string;
  /** Whole days from notBefore. */
  readonly days?: number;
  /** Any moments, also past ones: an expired certificate is two dates. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly key?: IssuableKeyTypeId | PrivateKey;
  readonly extensions?: readonly TestExtension[];
}

/** A certificate authority in memory. */
export class TestCa {
  readonly #authorities: readonly [TestAuthority, ...TestAuthority[]];
  readonly #options: TestCaOptions;

  private constructor(authorities: readonly [TestAuthority, ...TestAuthority[]], options: TestCaOptions) {
    this.#authorities = authorities;
    this.#options = options;
  }

  static async create(options: TestCaOptions = {}): Promise<TestCa> {
    const { name = "Test", key = "ecdsa-p256", intermediates = 0, now = new Date() } = options;
    const root = TestAuthority.root(`${name} Root CA`, key, now);
    const authorities: [TestAuthority, ...TestAuthority[]] = [root];
    let issuer = root;
    for (let left = intermediates; left > 0; left--) {
      issuer = issuer.intermediate(`${name} CA ${authorities.length}`, key, left - 1, now);
      authorities.unshift(issuer);
    }
    return new TestCa(authorities, options);
  }

  /** The certificate that clients must trust. */
  get root(): Certificate {
    return (this.#authorities.at(-1) as TestAuthority).certificate;
  }

  /** What a client needs that shows no certificate of its own: options of `https.get`, `tls.connect` and undici. */
  get trust(): ClientTls {
    return { ca: this.root.toPem() };
  }

  /**
   * Issues a certificate and a key for these names, told apart by form: `localhost`, `127.0.0.1`, `alice@example.com`, `spiffe://…`.
   * Nothing is refused: a test may want what no CA would sign.
   */
  issue(names: string | readonly string[], options: TestIssueOptions = {}): TestCertificate {
    const { key: keyType = "ecdsa-p256", now = new Date() } = this.#options;
    const { profile = "tls-server", subject, key = keyType, extensions = [], ...period } = options;
    const privateKey = key instanceof PrivateKey ? key : PrivateKey.generate(key);
    const request = {
      names: [names].flat().map(generalNameFromText),
      publicKey: privateKey.publicKey,
      subject: subject === undefined ? undefined : Name.fromString(subject),
      extensions: extensions.map(({ oid, value, critical = false }) =>
        parseExtension(DerReader.of(encodeRawExtension(oid, value, critical))),
      ),
      ...period,
    };
    const certificate = this.#authorities[0].issue(builtinProfile(profile), request, now);
    const chain = this.#authorities.slice(0, -1).map((authority) => authority.certificate);
    return new TestCertificate(certificate, privateKey, chain, this.root);
  }
}
