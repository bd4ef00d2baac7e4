/** One known object identifier: its dotted form, what a person calls it and, for attribute types, the RFC 4514 keyword. */
type OidRow = readonly [oid: string, words: string, keyword?: string];

/** Every object identifier that rootcause knows by name. The keys are the names that the defining document gives. */
const rows = {
  // Attribute types: RFC 4514 section 3, RFC 4519, X.520
  commonName: ["2.5.4.3", "common name", "CN"],
  surname: ["2.5.4.4", "surname", "SN"],
  serialNumber: ["2.5.4.5", "serial number"],
  countryName: ["2.5.4.6", "country", "C"],
  localityName: ["2.5.4.7", "locality", "L"],
  stateOrProvinceName: ["2.5.4.8", "state or province", "ST"],
  streetAddress: ["2.5.4.9", "street address", "STREET"],
  organizationName: ["2.5.4.10", "organization", "O"],
  organizationalUnitName: ["2.5.4.11", "organizational unit", "OU"],
  title: ["2.5.4.12", "title"],
  description: ["2.5.4.13", "description"],
  businessCategory: ["2.5.4.15", "business category"],
  postalAddress: ["2.5.4.16", "postal address"],
  postalCode: ["2.5.4.17", "postal code"],
  postOfficeBox: ["2.5.4.18", "post office box"],
  physicalDeliveryOfficeName: ["2.5.4.19", "delivery office"],
  telephoneNumber: ["2.5.4.20", "telephone number"],
  facsimileTelephoneNumber: ["2.5.4.23", "fax number"],
  member: ["2.5.4.31", "member"],
  owner: ["2.5.4.32", "owner"],
  seeAlso: ["2.5.4.34", "see also"],
  name: ["2.5.4.41", "name"],
  givenName: ["2.5.4.42", "given name", "GN"],
  initials: ["2.5.4.43", "initials"],
  generationQualifier: ["2.5.4.44", "generation qualifier"],
  x500UniqueIdentifier: ["2.5.4.45", "unique identifier"],
  dnQualifier: ["2.5.4.46", "distinguished name qualifier"],
  houseIdentifier: ["2.5.4.51", "house identifier"],
  dmdName: ["2.5.4.54", "directory management domain"],
  pseudonym: ["2.5.4.65", "pseudonym"],
  role: ["2.5.4.72", "role"],
  organizationIdentifier: ["2.5.4.97", "organization identifier"],
  userId: ["0.9.2342.19200300.100.1.1", "user id", "UID"],
  mail: ["0.9.2342.19200300.100.1.3", "mail"],
  domainComponent: ["0.9.2342.19200300.100.1.25", "domain component", "DC"],
  emailAddress: ["1.2.840.113549.1.9.1", "e-mail address", "E"],
  unstructuredName: ["1.2.840.113549.1.9.2", "unstructured name"],
  unstructuredAddress: ["1.2.840.113549.1.9.8", "unstructured address"],
  jurisdictionLocalityName: ["1.3.6.1.4.1.311.60.2.1.1", "jurisdiction locality"],
  jurisdictionStateOrProvinceName: ["1.3.6.1.4.1.311.60.2.1.2", "jurisdiction state or province"],
  jurisdictionCountryName: ["1.3.6.1.4.1.311.60.2.1.3", "jurisdiction country"],

  // Subject directory attributes: RFC 3739 section 3.3.2
  dateOfBirth: ["1.3.6.1.5.5.7.9.1", "date of birth"],
  placeOfBirth: ["1.3.6.1.5.5.7.9.2", "place of birth"],
  gender: ["1.3.6.1.5.5.7.9.3", "gender"],
  countryOfCitizenship: ["1.3.6.1.5.5.7.9.4", "country of citizenship"],
  countryOfResidence: ["1.3.6.1.5.5.7.9.5", "country of residence"],

  // PKCS#9 attributes: RFC 2985
  contentType: ["1.2.840.113549.1.9.3", "content type"],
  messageDigest: ["1.2.840.113549.1.9.4", "message digest"],
  signingTime: ["1.2.840.113549.1.9.5", "signing time"],
  challengePassword: ["1.2.840.113549.1.9.7", "challenge password"],
  extensionRequest: ["1.2.840.113549.1.9.14", "requested extensions"],
  friendlyName: ["1.2.840.113549.1.9.20", "friendly name"],
  localKeyId: ["1.2.840.113549.1.9.21", "local key id"],
  microsoftExtensionRequest: ["1.3.6.1.4.1.311.2.1.14", "requested extensions (Microsoft)"],

  // Certificate and CRL extensions: RFC 5280 sections 4.2 and 5.2
  subjectDirectoryAttributes: ["2.5.29.9", "subject directory attributes"],
  subjectKeyIdentifier: ["2.5.29.14", "subject key identifier"],
  keyUsage: ["2.5.29.15", "key usage"],
  privateKeyUsagePeriod: ["2.5.29.16", "private key usage period"],
  subjectAltName: ["2.5.29.17", "subject alternative name"],
  issuerAltName: ["2.5.29.18", "issuer alternative name"],
  basicConstraints: ["2.5.29.19", "basic constraints"],
  crlNumber: ["2.5.29.20", "CRL number"],
  reasonCode: ["2.5.29.21", "revocation reason"],
  holdInstructionCode: ["2.5.29.23", "hold instruction"],
  invalidityDate: ["2.5.29.24", "invalidity date"],
  deltaCrlIndicator: ["2.5.29.27", "delta CRL indicator"],
  issuingDistributionPoint: ["2.5.29.28", "issuing distribution point"],
  certificateIssuer: ["2.5.29.29", "certificate issuer"],
  nameConstraints: ["2.5.29.30", "name constraints"],
  crlDistributionPoints: ["2.5.29.31", "CRL distribution points"],
  certificatePolicies: ["2.5.29.32", "certificate policies"],
  policyMappings: ["2.5.29.33", "policy mappings"],
  authorityKeyIdentifier: ["2.5.29.35", "authority key identifier"],
  policyConstraints: ["2.5.29.36", "policy constraints"],
  extendedKeyUsage: ["2.5.29.37", "extended key usage"],
  freshestCrl: ["2.5.29.46", "freshest CRL"],
  inhibitAnyPolicy: ["2.5.29.54", "inhibit any-policy"],
  authorityInfoAccess: ["1.3.6.1.5.5.7.1.1", "authority information access"],
  qcStatements: ["1.3.6.1.5.5.7.1.3", "qualified certificate statements"],
  subjectInfoAccess: ["1.3.6.1.5.5.7.1.11", "subject information access"],
  tlsFeature: ["1.3.6.1.5.5.7.1.24", "TLS features"],
  ocspNonce: ["1.3.6.1.5.5.7.48.1.2", "OCSP nonce"],
  ocspNoCheck: ["1.3.6.1.5.5.7.48.1.5", "OCSP no check"],
  ocspArchiveCutoff: ["1.3.6.1.5.5.7.48.1.6", "OCSP archive cutoff"],
  ocspServiceLocator: ["1.3.6.1.5.5.7.48.1.7", "OCSP service locator"],
  ocspPreferredSignatures: ["1.3.6.1.5.5.7.48.1.8", "OCSP preferred signature algorithms"],
  ocspExtendedRevoke: ["1.3.6.1.5.5.7.48.1.9", "OCSP extended revoke"],
  sctList: ["1.3.6.1.4.1.11129.2.4.2", "signed certificate timestamps"],
  precertPoison: ["1.3.6.1.4.1.11129.2.4.3", "precertificate poison"],
  ocspSctList: ["1.3.6.1.4.1.11129.2.4.5", "signed certificate timestamps (OCSP)"],
  netscapeCertType: ["2.16.840.1.113730.1.1", "Netscape certificate type"],
  netscapeComment: ["2.16.840.1.113730.1.13", "Netscape comment"],
  microsoftTemplateName: ["1.3.6.1.4.1.311.20.2", "Microsoft template name"],
  microsoftTemplate: ["1.3.6.1.4.1.311.21.7", "Microsoft template"],
  microsoftCaVersion: ["1.3.6.1.4.1.311.21.1", "Microsoft CA version"],
  microsoftApplicationPolicies: ["1.3.6.1.4.1.311.21.10", "Microsoft application policies"],
  microsoftSid: ["1.3.6.1.4.1.311.25.2", "Microsoft security identifier"],
  microsoftObjectSid: ["1.3.6.1.4.1.311.25.2.1", "Microsoft object SID"],

  // Key purposes: RFC 5280 section 4.2.1.12 and the registries of IANA and Microsoft
  anyExtendedKeyUsage: ["2.5.29.37.0", "any purpose"],
  serverAuth: ["1.3.6.1.5.5.7.3.1", "TLS server"],
  clientAuth: ["1.3.6.1.5.5.7.3.2", "TLS client"],
  codeSigning: ["1.3.6.1.5.5.7.3.3", "code signing"],
  emailProtection: ["1.3.6.1.5.5.7.3.4", "e-mail"],
  ipsecEndSystem: ["1.3.6.1.5.5.7.3.5", "IPsec end system"],
  ipsecTunnel: ["1.3.6.1.5.5.7.3.6", "IPsec tunnel"],
  ipsecUser: ["1.3.6.1.5.5.7.3.7", "IPsec user"],
  timeStamping: ["1.3.6.1.5.5.7.3.8", "time stamping"],
  ocspSigning: ["1.3.6.1.5.5.7.3.9", "OCSP signing"],
  eapOverPpp: ["1.3.6.1.5.5.7.3.13", "EAP over PPP"],
  eapOverLan: ["1.3.6.1.5.5.7.3.14", "EAP over LAN"],
  ipsecIke: ["1.3.6.1.5.5.7.3.17", "IPsec IKE"],
  sshClient: ["1.3.6.1.5.5.7.3.21", "SSH client"],
  sshServer: ["1.3.6.1.5.5.7.3.22", "SSH server"],
  documentSigning: ["1.3.6.1.5.5.7.3.36", "document signing"],
  netscapeServerGatedCrypto: ["2.16.840.1.113730.4.1", "Netscape server gated crypto"],
  microsoftServerGatedCrypto: ["1.3.6.1.4.1.311.10.3.3", "Microsoft server gated crypto"],
  microsoftEncryptingFileSystem: ["1.3.6.1.4.1.311.10.3.4", "Microsoft encrypting file system"],
  microsoftDocumentSigning: ["1.3.6.1.4.1.311.10.3.12", "Microsoft document signing"],
  microsoftSmartcardLogon: ["1.3.6.1.4.1.311.20.2.2", "Microsoft smart card logon"],
  kerberosClientAuth: ["1.3.6.1.5.2.3.4", "Kerberos client (PKINIT)"],
  kerberosKeyDistributionCenter: ["1.3.6.1.5.2.3.5", "Kerberos key distribution center"],

  // Access methods, policies and their qualifiers: RFC 5280 sections 4.2.2 and 4.2.1.4
  ocsp: ["1.3.6.1.5.5.7.48.1", "OCSP responder"],
  caIssuers: ["1.3.6.1.5.5.7.48.2", "issuer's certificate"],
  timeStampingAccess: ["1.3.6.1.5.5.7.48.3", "time stamping service"],
  caRepository: ["1.3.6.1.5.5.7.48.5", "CA repository"],
  ocspBasic: ["1.3.6.1.5.5.7.48.1.1", "basic OCSP response"],
  anyPolicy: ["2.5.29.32.0", "any policy"],
  policyQualifierCps: ["1.3.6.1.5.5.7.2.1", "certification practice statement"],
  policyQualifierUserNotice: ["1.3.6.1.5.5.7.2.2", "user notice"],
  domainValidated: ["2.23.140.1.2.1", "domain validated"],
  organizationValidated: ["2.23.140.1.2.2", "organization validated"],
  individualValidated: ["2.23.140.1.2.3", "individual validated"],
  extendedValidation: ["2.23.140.1.1", "extended validation"],

  // otherName forms
  userPrincipalName: ["1.3.6.1.4.1.311.20.2.3", "user principal name"],
  smtpUtf8Mailbox: ["1.3.6.1.5.5.7.8.9", "internationalized e-mail address"],
  xmppAddress: ["1.3.6.1.5.5.7.8.5", "XMPP address"],
  dnsSrv: ["1.3.6.1.5.5.7.8.7", "DNS SRV name"],
  kerberosPrincipalName: ["1.3.6.1.5.2.2", "Kerberos principal name"],
  permanentIdentifier: ["1.3.6.1.5.5.7.8.3", "permanent identifier"],
  hardwareModuleName: ["1.3.6.1.5.5.7.8.4", "hardware module name"],

  // Hold instructions: RFC 3280 section 5.3.2
  holdInstructionNone: ["1.2.840.10040.2.1", "no instruction"],
  holdInstructionCallIssuer: ["1.2.840.10040.2.2", "call the issuer"],
  holdInstructionReject: ["1.2.840.10040.2.3", "reject"],

  // Public keys: RFC 3279, RFC 5480, RFC 8410
  rsaEncryption: ["1.2.840.113549.1.1.1", "RSA"],
  rsassaPss: ["1.2.840.113549.1.1.10", "RSA-PSS"],
  dsa: ["1.2.840.10040.4.1", "DSA"],
  ecPublicKey: ["1.2.840.10045.2.1", "elliptic curve"],
  x25519: ["1.3.101.110", "X25519"],
  x448: ["1.3.101.111", "X448"],
  ed25519: ["1.3.101.112", "Ed25519"],
  ed448: ["1.3.101.113", "Ed448"],

  // Curves: RFC 5480, SEC 2, RFC 5639
  secp192r1: ["1.2.840.10045.3.1.1", "P-192"],
  secp224r1: ["1.3.132.0.33", "P-224"],
  secp256r1: ["1.2.840.10045.3.1.7", "P-256"],
  secp384r1: ["1.3.132.0.34", "P-384"],
  secp521r1: ["1.3.132.0.35", "P-521"],
  secp256k1: ["1.3.132.0.10", "secp256k1"],
  brainpoolP256r1: ["1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1"],
  brainpoolP384r1: ["1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1"],
  brainpoolP512r1: ["1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1"],

  // Signatures: RFC 4055, RFC 5758
  md2WithRsaEncryption: ["1.2.840.113549.1.1.2", "RSA with MD2"],
  md5WithRsaEncryption: ["1.2.840.113549.1.1.4", "RSA with MD5"],
  sha1WithRsaEncryption: ["1.2.840.113549.1.1.5", "RSA with SHA-1"],
  sha224WithRsaEncryption: ["1.2.840.113549.1.1.14", "RSA with SHA-224"],
  sha256WithRsaEncryption: ["1.2.840.113549.1.1.11", "RSA with SHA-256"],
  sha384WithRsaEncryption: ["1.2.840.113549.1.1.12", "RSA with SHA-384"],
  sha512WithRsaEncryption: ["1.2.840.113549.1.1.13", "RSA with SHA-512"],
  ecdsaWithSha1: ["1.2.840.10045.4.1", "ECDSA with SHA-1"],
  ecdsaWithSha224: ["1.2.840.10045.4.3.1", "ECDSA with SHA-224"],
  ecdsaWithSha256: ["1.2.840.10045.4.3.2", "ECDSA with SHA-256"],
  ecdsaWithSha384: ["1.2.840.10045.4.3.3", "ECDSA with SHA-384"],
  ecdsaWithSha512: ["1.2.840.10045.4.3.4", "ECDSA with SHA-512"],
  dsaWithSha1: ["1.2.840.10040.4.3", "DSA with SHA-1"],
  dsaWithSha224: ["2.16.840.1.101.3.4.3.1", "DSA with SHA-224"],
  dsaWithSha256: ["2.16.840.1.101.3.4.3.2", "DSA with SHA-256"],

  // Hashes, MACs and key derivation: RFC 4055, RFC 8018, RFC 7914
  md5: ["1.2.840.113549.2.5", "MD5"],
  sha1: ["1.3.14.3.2.26", "SHA-1"],
  sha224: ["2.16.840.1.101.3.4.2.4", "SHA-224"],
  sha256: ["2.16.840.1.101.3.4.2.1", "SHA-256"],
  sha384: ["2.16.840.1.101.3.4.2.2", "SHA-384"],
  sha512: ["2.16.840.1.101.3.4.2.3", "SHA-512"],
  mgf1: ["1.2.840.113549.1.1.8", "MGF1"],
  pbes2: ["1.2.840.113549.1.5.13", "PBES2"],
  pbkdf2: ["1.2.840.113549.1.5.12", "PBKDF2"],
  scrypt: ["1.3.6.1.4.1.11591.4.11", "scrypt"],
  hmacWithSha1: ["1.2.840.113549.2.7", "HMAC with SHA-1"],
  hmacWithSha224: ["1.2.840.113549.2.8", "HMAC with SHA-224"],
  hmacWithSha256: ["1.2.840.113549.2.9", "HMAC with SHA-256"],
  hmacWithSha384: ["1.2.840.113549.2.10", "HMAC with SHA-384"],
  hmacWithSha512: ["1.2.840.113549.2.11", "HMAC with SHA-512"],
  aes128Cbc: ["2.16.840.1.101.3.4.1.2", "AES-128-CBC"],
  aes192Cbc: ["2.16.840.1.101.3.4.1.22", "AES-192-CBC"],
  aes256Cbc: ["2.16.840.1.101.3.4.1.42", "AES-256-CBC"],
  desEde3Cbc: ["1.2.840.113549.3.7", "3DES-CBC"],

  // Password-based encryption before PBES2: RFC 8018 appendix A.3, RFC 7292 appendix C
  pbeWithMd5AndDesCbc: ["1.2.840.113549.1.5.3", "DES-CBC with an MD5 key (PBES1)"],
  pbeWithSha1AndDesCbc: ["1.2.840.113549.1.5.10", "DES-CBC with a SHA-1 key (PBES1)"],
  pbeWithShaAnd128BitRc4: ["1.2.840.113549.1.12.1.1", "128-bit RC4 with a PKCS#12 SHA-1 key"],
  pbeWithShaAnd40BitRc4: ["1.2.840.113549.1.12.1.2", "40-bit RC4 with a PKCS#12 SHA-1 key"],
  pbeWithShaAnd3KeyTripleDesCbc: ["1.2.840.113549.1.12.1.3", "3DES-CBC with a PKCS#12 SHA-1 key"],
  pbeWithShaAnd2KeyTripleDesCbc: ["1.2.840.113549.1.12.1.4", "two-key 3DES-CBC with a PKCS#12 SHA-1 key"],
  pbeWithShaAnd128BitRc2Cbc: ["1.2.840.113549.1.12.1.5", "128-bit RC2-CBC with a PKCS#12 SHA-1 key"],
  pbeWithShaAnd40BitRc2Cbc: ["1.2.840.113549.1.12.1.6", "40-bit RC2-CBC with a PKCS#12 SHA-1 key"],

  // Message and container contents: RFC 5652, RFC 7292
  data: ["1.2.840.113549.1.7.1", "data"],
  signedData: ["1.2.840.113549.1.7.2", "signed data"],
  envelopedData: ["1.2.840.113549.1.7.3", "enveloped data"],
  encryptedData: ["1.2.840.113549.1.7.6", "encrypted data"],
  keyBag: ["1.2.840.113549.1.12.10.1.1", "key bag"],
  pkcs8ShroudedKeyBag: ["1.2.840.113549.1.12.10.1.2", "encrypted key bag"],
  certBag: ["1.2.840.113549.1.12.10.1.3", "certificate bag"],
  x509Certificate: ["1.2.840.113549.1.9.22.1", "X.509 certificate"],
} as const;
rows satisfies Record<string, OidRow>;

/** The name of a known object identifier, such as `"serverAuth"`. */
export type OidName = keyof typeof rows;

const entries = Object.entries(rows) as readonly (readonly [OidName, OidRow])[];
const byOid = new Map(entries.map(([name, row]) => [row[0], { name, words: row[1], keyword: row[2] }]));
/** Made when a person first writes a name. */
let bySpelling: ReadonlyMap<string, string> | undefined;

/** Name to dotted form: `OID.serverAuth` is `"1.3.6.1.5.5.7.3.1"`. */
export const OID: Readonly<Record<OidName, string>> = Object.fromEntries(
  entries.map(([name, [oid]]) => [name, oid]),
) as Record<OidName, string>;

/** The name of a dotted identifier: `"serverAuth"`. */
export function oidName(oid: string): OidName | undefined {
  return byOid.get(oid)?.name;
}

/** What a person calls it: `"TLS server"`; the dotted form itself when it is not known. */
export function oidWords(oid: string): string {
  return byOid.get(oid)?.words ?? oid;
}

/** How RFC 4514 texts write an attribute type: `"CN"`; else its name, else the dotted form. */
export function attributeKeyword(oid: string): string {
  const row = byOid.get(oid);
  return row?.keyword ?? row?.name ?? oid;
}

/** The dotted form of a name or keyword in any case (`"serverAuth"`, `"cn"`); undefined when nothing is known by it. */
export function oidOf(spelling: string): string | undefined {
  bySpelling ??= new Map(
    entries.flatMap(([name, [oid, , keyword]]) =>
      [name, ...(keyword ? [keyword] : [])].map((s) => [s.toLowerCase(), oid]),
    ),
  );
  return bySpelling.get(spelling.toLowerCase());
}
