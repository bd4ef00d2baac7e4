/**
 * rootcause, the public API on one page. Nothing else is public; `rootcause/testing` is the second entry.
 *
 * ```ts
 * const context = { store: await createStore("ca-store", { now }), now };
 * const { issuing } = await createCa(context, { name: "Acme" });
 * const issued = await issue(context, issuing, { profile: builtinProfile("tls-server"), names: ["localhost"] });
 * await deliver("out", await exportFiles([pem], issued, { directory: "out" }));
 * ```
 */

// A store: where a CA keeps its hierarchy, its keys, every certificate and the audit log.

export type { AuditEntry, AuditHead, AuditProblem, AuditVerdict } from "./store/audit.ts";
export type { AuthorityRecord, AuthorityUrlRecord } from "./store/authority-record.ts";
export type { CertificateFilter, CertificateRecord, Intent, Revocation } from "./store/certificate-record.ts";
export { createStore, type OpenStoreOptions, openStore } from "./store/open.ts";
export { type RevocationReason, revocationReasons } from "./store/revocation-reason.ts";
export type { Store } from "./store/store.ts";
export type { Settlement, StoreFacts, StoreProblem } from "./store/store-facts.ts";

// The hierarchy: make a CA, add to it, bring one along, and keep its keys where they belong.

export { type AddedAuthority, type AddIntermediateOptions, addIntermediate } from "./ca/add-intermediate.ts";
export { Authority, type AuthorityInput } from "./ca/authority.ts";
export { type BringKeyBackOptions, bringKeyBack } from "./ca/bring-key-back.ts";
export type { CaContext } from "./ca/context.ts";
export { type CreateCaOptions, type CreatedCa, createCa } from "./ca/create-ca.ts";
export { type ImportCaOptions, importCa } from "./ca/import-ca.ts";
export type { AuthorityOptions } from "./ca/make-authority.ts";
export type { NameLimits } from "./ca/name-limits.ts";
export { type OpenAuthorityOptions, openAuthority } from "./ca/open-authority.ts";
export { type TakeKeyOfflineOptions, takeKeyOffline } from "./ca/take-key-offline.ts";

// Certificates: issue, sign a request, renew, revoke, find again.

export { type CertificateStatus, certificateStatus } from "./ca/certificate-status.ts";
export { findCertificate } from "./ca/find-certificate.ts";
export { type Issued, issue } from "./ca/issue.ts";
export { type IssueOutcome, issueMany } from "./ca/issue-many.ts";
export type { Notice } from "./ca/lint.ts";
export { type ListOptions, listCertificates } from "./ca/list-certificates.ts";
export type { CertificateOrder } from "./ca/order.ts";
export { type RenewOptions, renew } from "./ca/renew.ts";
export { type RevokeOptions, revoke, unhold } from "./ca/revoke.ts";
export { type ShownCertificate, showCertificate } from "./ca/show-certificate.ts";
export { type SignedRequest, type SignRequestOptions, signRequest } from "./ca/sign-request.ts";

// Revocation lists: publish them once, or keep them in place while a program runs.

export type { PublicationState } from "./ca/crl/publication-loop.ts";
export { type CrlPublication, type PublishCrlsOptions, publishCrls } from "./ca/crl/publish-crls.ts";
export { publishedFolder } from "./ca/crl/published-folder.ts";
export { Publisher, type PublisherOptions } from "./ca/crl/publisher.ts";
export { publicationState, republishCrls } from "./ca/crl/republish-crls.ts";
export type { Timers } from "./ca/crl/timers.ts";
export type { CrlHistory, PublishedCrl } from "./store/published-crl.ts";

// OCSP: answer for a store, live or with responses signed before; or from a folder of them, without a key.

export type { ExternalResponder } from "./ca/ocsp/external-responder.ts";
export {
  type LeftAuthority,
  type OpenedAuthorities,
  type OpenedResponder,
  type OpenResponderOptions,
  openResponder,
  type ServedAuthority,
} from "./ca/ocsp/open-responder.ts";
export { type PresignReport, presign } from "./ca/ocsp/presign.ts";
export { StoreChanges } from "./ca/ocsp/store-changes.ts";
export type { LiveResponder, ResponderTerms } from "./revocation/respond/live-responder.ts";
export type { OcspAnswer, RefusedAnswer, Responder, SignedAnswer } from "./revocation/respond/ocsp-answer.ts";
export { type Changes, PresignedResponder } from "./revocation/respond/presigned-responder.ts";
export { FolderResponder } from "./server/folder-responder.ts";

// Serving it all over plain HTTP: OCSP, CRLs and CA certificates, as a listener for a server of yours or in one of ours.

export { AuthorityCertificates } from "./server/authority-certificates.ts";
export { type HttpLimits, HttpServer, type ListenOptions } from "./server/http-server.ts";
export { OcspEndpoint } from "./server/ocsp-endpoint.ts";
export { type PublicSiteParts, publicSite } from "./server/public-site.ts";
export { PublicationEndpoint } from "./server/publication-endpoint.ts";
export { firstOf, type Publication, type Publications } from "./server/publications.ts";
export { PublishedCrls } from "./server/published-crls.ts";

// Handing out: the formats of servers and clients, and files that appear whole or not at all.

export { type DeliveredFile, type DeliverOptions, deliver } from "./ca/deliver.ts";
export { exportFiles } from "./ca/export/export-files.ts";
export type { ExportBundle, ExportFile, ExportFormat, ExportOptions } from "./ca/export/export-format.ts";
export { exportFormats } from "./ca/export/formats.ts";
export { pem } from "./ca/export/pem-files.ts";
export { type Delivered, type Delivery, issueInto } from "./ca/issue-into.ts";

// Health: what is wrong with a store and its CAs, and what settles it.

export type { DoctorFinding } from "./ca/doctor/doctor-check.ts";
export { type DoctorReport, examine } from "./ca/doctor/examine.ts";
export { type SettleStoreOptions, settle } from "./ca/doctor/settle.ts";

// Profiles: what certificates of one sort look like, and what may be asked for.

export { type BuiltinProfileName, builtinProfile, builtinProfileNames } from "./profile/builtin-profiles.ts";
export { loadProfile } from "./profile/load-profile.ts";
export type { Profile } from "./profile/profile.ts";

// Keys and signers: in memory, or behind any WebCrypto provider.

export { type IssuableKeyTypeId, issuableKeyTypes, type KeyType, type KeyTypeId, keyTypes } from "./keys/algorithms.ts";
export type { Passphrase } from "./keys/passphrase.ts";
export { decodePkcs12, encodePkcs12, type Pkcs12 } from "./keys/pkcs12.ts";
export { PrivateKey } from "./keys/private-key.ts";
export { PublicKey } from "./keys/public-key.ts";
export { type PassphraseContext, type PassphraseSource, readPassphrase } from "./keys/read-passphrase.ts";
export {
  type SignatureAlgorithm,
  type SignatureAlgorithmId,
  signatureAlgorithms,
} from "./keys/signature-algorithms.ts";
export type { Signer } from "./keys/signer.ts";
export { softwareSigner } from "./keys/software-signer.ts";
export { webCryptoSigner } from "./keys/web-crypto-signer.ts";

// X.509: read what others made. Everything is decoded when it is asked for, over the exact bytes.

export { Certificate } from "./x509/certificate.ts";
export { readCertificates } from "./x509/certificate-file.ts";
export { CertificateList } from "./x509/certificate-list.ts";
export { CertificationRequest } from "./x509/certification-request.ts";
export type { Extension, ExtensionCodec } from "./x509/extension.ts";
export { extensionCodecs } from "./x509/extensions/index.ts";
export type { GeneralName } from "./x509/general-name.ts";
export { generalNameFromText } from "./x509/general-name-from-text.ts";
export { generalNameText } from "./x509/general-name-text.ts";
export { Name } from "./x509/name.ts";
export { encodePem, type PemBlock, parsePem } from "./x509/pem.ts";

// The verifier: rebuilds chains, finds every reason, names the one that matters.

export type { Finding, Fix, FixRole, Severity } from "./verify/finding.ts";
export { PathElement, type TriedPath, type VerifyResult } from "./verify/result.ts";
export type { RuleSet } from "./verify/rule-set.ts";
export { type RuleSetName, ruleSets } from "./verify/rule-sets/index.ts";
export { verify } from "./verify/verify.ts";
export type { CertificateInput, VerifyOptions } from "./verify/verify-options.ts";

// Revocation and missing issuers, from where the certificates themselves say. The verifier judges what was fetched; it fetches nothing.

export { type FetchedIssuers, fetchIssuers } from "./revocation/fetch/fetch-issuers.ts";
export type { FetchLimits } from "./revocation/fetch/fetch-limits.ts";
export { fetchRevocation } from "./revocation/fetch/fetch-revocation.ts";
export type { FetchOptions } from "./revocation/fetch/fetch-session.ts";
export type { FetchedRevocation, FetchFailure } from "./revocation/fetch/fetched-revocation.ts";
export type { RevocationProblem, RevocationProblemCode, RevocationSubject } from "./revocation/revocation-verdict.ts";
export { type VerifyOnlineOptions, verifyOnline } from "./verify/online/verify-online.ts";

// Live servers: what one sends, in its order, and the response that it staples.

export { type HostAddress, parseHostAddress } from "./tls/host/host-address.ts";
export { type HostAnswer, type ReadHostOptions, readHost } from "./tls/host/read-host.ts";

// Errors: one class, a stable code each, and the next step.

export { catalogue, type ErrorCode } from "./errors/catalogue.ts";
export type { ErrorEntry } from "./errors/entry.ts";
export { type ErrorFacts, isPkiError, PkiError } from "./errors/pki-error.ts";
