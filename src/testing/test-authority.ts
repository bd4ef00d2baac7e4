import { randomSerial } from "../ca/serial.ts";
import type { IssuableKeyTypeId } from "../keys/algorithms.ts";
import { PrivateKey } from "../keys/private-key.ts";
import { type SoftwareSigner, softwareSigner } from "../keys/software-signer.ts";
import { builtinProfile } from "../profile/builtin-profiles.ts";
import type { CertificateRequest } from "../profile/certificate-request.ts";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.ts";
import type { Profile } from "../profile/profile.ts";
import { Certificate } from "../x509/certificate.ts";
import { Name } from "../x509/name.ts";
import { encodeSigned } from "../x509/signed.ts";

/** A key that signs, and its certificate. What it signs is not judged: tests want bad certificates too. */
export class TestAuthority {
  readonly certificate: Certificate;
  readonly #signer: SoftwareSigner;
  readonly #compiled = new Map<Profile, CompiledProfile>();

  private constructor(certificate: Certificate, signer: SoftwareSigner) {
    this.certificate = certificate;
    this.#signer = signer;
  }

  static root(commonName: string, keyType: IssuableKeyTypeId, now: Date): TestAuthority {
    const signer = softwareSigner(PrivateKey.generate(keyType));
    const { publicKey, signatureAlgorithm } = signer;
    const subject = commonNameOnly(commonName);
    const issuer = { id: "test", subject, keyIdentifier: publicKey.keyIdentifier, signatureAlgorithm };
    const compiled = compileProfile(builtinProfile("root"), issuer);
    return new TestAuthority(sign(compiled, signer, { names: [], publicKey, subject }, now), signer);
  }

  /** A CA below this one. `pathLength` counts the CAs that may follow (RFC 5280 section 4.2.1.9). */
  intermediate(commonName: string, keyType: IssuableKeyTypeId, pathLength: number, now: Date): TestAuthority {
    const signer = softwareSigner(PrivateKey.generate(keyType));
    const request = { names: [], publicKey: signer.publicKey, subject: commonNameOnly(commonName) };
    return new TestAuthority(this.issue({ ...builtinProfile("intermediate"), pathLength }, request, now), signer);
  }

  issue(profile: Profile, request: CertificateRequest, now: Date): Certificate {
    return sign(this.#compile(profile), this.#signer, request, now);
  }

  #compile(profile: Profile): CompiledProfile {
    const known = this.#compiled.get(profile);
    if (known !== undefined) return known;
    const { certificate } = this;
    const { publicKey, signatureAlgorithm } = this.#signer;
    const { keyIdentifier } = publicKey;
    const issuer = { id: "test", subject: certificate.subject, keyIdentifier, signatureAlgorithm, certificate };
    const compiled = compileProfile(profile, issuer);
    this.#compiled.set(profile, compiled);
    return compiled;
  }
}

function sign(compiled: CompiledProfile, signer: SoftwareSigner, request: CertificateRequest, now: Date): Certificate {
  const tbsDer = compiled.build(request, randomSerial(), now);
  return Certificate.parse(encodeSigned(tbsDer, signer.signatureAlgorithm.identifierDer, signer.sign(tbsDer)));
}

function commonNameOnly(value: string): Name {
  return Name.of([[{ type: "2.5.4.3", value }]]);
}
