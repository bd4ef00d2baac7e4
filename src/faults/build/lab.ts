import type { KeyTypeId } from "../../keys/algorithms.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { LAB_ORGANIZATION } from "../../x509/lab-marker.ts";
import type { CertificateSpec, ExtensionDers } from "./certificate-spec.ts";
import { type CrlSpec, issueCrl } from "./crl.ts";
import { type Issued, type Issuer, issueFrom, issueRoot } from "./issued.ts";
import { answerOcsp, issueOcsp, type OcspSpec } from "./ocsp.ts";
import { type LivePlace, sourcePointers } from "./revocation-sources.ts";
import type { Identity } from "./scene.ts";
import { caExtensions, keyIdentifiers, labMarker, leafExtensions } from "./usual-extensions.ts";

const DAY = 86_400_000;

/** The name of a fault's server. Names below localhost lead to the machine itself: RFC 6761 section 6.3. */
export function hostOf(id: string): string {
  return `${id}.lab.localhost`;
}

export interface LabOptions {
  /** `localhost` unless told. */
  readonly name?: string | undefined;
  readonly place?: LivePlace | undefined;
}

/** Where one fault is built: a good chain, its keys and its clock, and the means to make what is not good. */
export class Lab {
  /** The fault's id. */
  readonly id: string;
  /** The time at which the fault is to show. */
  readonly at: Date;
  /** The root that every fault trusts which does not bring its own. */
  readonly root: Issued;
  /** What clients ask for. */
  readonly name: string;
  /** The server's own name, beside the one that clients ask for and `127.0.0.1`. */
  readonly host: string;
  /** Where it answers over HTTP, while it is live. */
  readonly place: LivePlace | undefined;
  readonly #keys = new Map<string, PrivateKey>();
  #issuing: Issued | undefined;
  #leaf: Issued | undefined;

  constructor(id: string, at: Date, root: Issued, { name = "localhost", place }: LabOptions = {}) {
    this.id = id;
    this.at = at;
    this.root = root;
    this.name = name;
    this.host = hostOf(id);
    this.place = place;
  }

  /** The intermediate of the good chain. It is the fault's own, because browsers remember intermediates. */
  get issuing(): Issued {
    this.#issuing ??= this.newCa(this.root);
    return this.#issuing;
  }

  /** The server certificate of the good chain. */
  get leaf(): Issued {
    this.#leaf ??= this.newLeaf(this.issuing);
    return this.#leaf;
  }

  /** A time this many days from the lab's. */
  days(count: number): Date {
    return new Date(this.at.getTime() + count * DAY);
  }

  /** The key of this name: the same each time, so that a CA can be made twice with it. */
  key(name: string, type: KeyTypeId = "ecdsa-p256"): PrivateKey {
    const known = this.#keys.get(`${type} ${name}`) ?? PrivateKey.generate(type);
    this.#keys.set(`${type} ${name}`, known);
    return known;
  }

  /** A distinguished name with the fault's id in it. */
  subject(what: string): string {
    return `CN=${this.id} ${what},O=${LAB_ORGANIZATION}`;
  }

  newRoot(spec: CertificateSpec = {}): Issued {
    const subject = spec.subject ?? this.subject("Root");
    return issueRoot({ key: this.key(subject), ...spec, subject }, this.at);
  }

  newCa(issuer: Issuer, spec: CertificateSpec = {}): Issued {
    const subject = spec.subject ?? this.subject("Issuing CA");
    const full = { notBefore: this.days(-300), notAfter: this.days(1000), key: this.key(subject), ...spec, subject };
    return issueFrom(full, issuer, { ...caExtensions, ...this.#told(full, issuer) });
  }

  /** A server certificate for the name that clients ask for, the fault's own host and `127.0.0.1`. */
  newLeaf(issuer: Issuer, spec: CertificateSpec = {}): Issued {
    const full = this.#endEntity({ subject: `CN=${this.name}`, ...spec });
    const usual = leafExtensions("serverAuth", this.#names);
    return issueFrom(full, issuer, { ...usual, ...this.#told(full, issuer) });
  }

  /** A server certificate that signs itself. */
  newSelfSigned(spec: CertificateSpec = {}): Issued {
    const full = this.#endEntity({ subject: this.subject("self-signed"), ...spec });
    const usual = leafExtensions("serverAuth", this.#names);
    return issueFrom(full, undefined, { ...usual, ...keyIdentifiers(full.key, undefined), ...labMarker });
  }

  /** A client certificate of the good intermediate, or of another issuer. */
  newClient(spec: CertificateSpec = {}, issuer: Issuer = this.issuing): Issued {
    const full = this.#endEntity({ subject: this.subject("client"), ...spec });
    const usual = leafExtensions("clientAuth", [`client@${this.host}`]);
    return issueFrom(full, issuer, { ...usual, ...this.#told(full, issuer) });
  }

  /** What depends on the issuer: its key, and where it tells of revocation. */
  #told({ key }: Pick<Issued, "key">, issuer: Issuer): ExtensionDers {
    const pointers = this.place && sourcePointers(this.place, issuer.key === this.root.key ? "root" : "issuing");
    return { ...keyIdentifiers(key, issuer.key), ...pointers };
  }

  get #names(): readonly string[] {
    return [this.name, this.host, "127.0.0.1"];
  }

  #endEntity<Spec extends CertificateSpec & { readonly subject: string }>(spec: Spec) {
    return { notBefore: this.days(-30), notAfter: this.days(60), key: this.key("leaf"), ...spec };
  }

  /** These certificates with the good intermediate after them: what a server should send. */
  below(...sent: readonly Issued[]): readonly Issued[] {
    return [...sent, this.issuing];
  }

  /** A client's side of mutual TLS: its certificate and the good intermediate. */
  identity(own: Issued, ...others: readonly Issued[]): Identity {
    return { chain: others.length > 0 ? [own, ...others] : this.below(own), key: own.key };
  }

  crl(issuer: Issued, spec: CrlSpec = {}): Uint8Array {
    return issueCrl(issuer, spec, this.at);
  }

  /** An OCSP response, made before anybody asks. */
  ocsp(issuer: Issued, about: Issued, spec: OcspSpec = {}): Uint8Array {
    return issueOcsp(issuer, about, spec, this.at);
  }

  /** A responder that says the same of whichever certificate of the issuer it is asked about. */
  responder(issuer: Issued, spec: OcspSpec = {}): (requestDer: Uint8Array) => Uint8Array {
    return (requestDer) => answerOcsp(issuer, requestDer, spec, this.at);
  }
}
