/**
 * `rootcause/testing`: a certificate authority for other people's tests, in memory, in milliseconds, without files or a network.
 *
 * ```ts
 * const ca = await TestCa.create();
 * https.createServer(ca.issue("localhost").server, handler);
 * https.get(url, ca.trust);
 * ```
 */
export { TestCa, type TestCaOptions, type TestExtension, type TestIssueOptions } from "./testing/test-ca.ts";
export { type ClientTls, type MutualServerTls, type ServerTls, TestCertificate } from "./testing/test-certificate.ts";
export type { TestFiles } from "./testing/test-files.ts";
