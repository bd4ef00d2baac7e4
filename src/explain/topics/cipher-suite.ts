import type { Topic } from "./topic.ts";

export const cipherSuite: Topic = {
  id: "cipher-suite",
  title: "Cipher suites",
  paragraphs: [
    "A suite of TLS 1.2 names four things: how the key is agreed on (ECDHE), how the server proves itself (ECDSA or RSA), how data is encrypted (AES-256-GCM) and by which hash keys are derived (SHA-384).",
    "TLS 1.3 names only the last two; groups and signatures are agreed on by themselves.",
    "Good: ECDHE with AES-GCM or ChaCha20-Poly1305. Bad: RC4, 3DES, NULL, EXPORT, anonymous, and key exchange by RSA, which lets a recorder decrypt for ever once it has the key.",
    "The same suite has two names: IANA's TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 is OpenSSL's ECDHE-ECDSA-AES256-GCM-SHA384. Ask: explain suite NAME.",
  ],
  faults: ["no-shared-cipher", "no-shared-group", "alert-insufficient-security", "server-max-tls10"],
  reading: "RFC 8446 appendix B.4, https://www.iana.org/assignments/tls-parameters",
};
