import type { ExplanationRow } from "./explanation.ts";

const reissue =
  "issue the certificate again with a tool that writes DER; `rootcause inspect FILE` shows the bad octets";

/** What cannot be read, or contradicts itself. */
export const encodingExplanations = {
  "malformed-der": [
    "A certificate that is not DER reads differently in different programs, so every client refuses it.",
    { server: "check that the file was not cut, converted or edited on its way", ca: reissue as string },
  ],
  "malformed-extension": [
    "An extension that does not decode may hold a limit that nobody can then keep, so clients refuse the certificate.",
    { ca: reissue as string },
    41,
  ],
  "duplicate-extension": [
    "Two extensions of one type leave open which of them counts.",
    { ca: "issue the certificate again with each extension once" },
    41,
  ],
  "bad-time-encoding": [
    "A date that cannot be read cannot be checked; it must be UTCTime through 2049, GeneralizedTime from 2050, with seconds and `Z`.",
    { ca: "issue the certificate again with dates in the form of RFC 5280 section 4.1.2.5" },
    13,
  ],
  "signature-algorithm-mismatch": [
    "The algorithm that was signed must be the one that the signature claims, and one that the issuer's key can make; else an attacker could choose a weaker one.",
    { ca: "sign the certificate again; the two AlgorithmIdentifiers must be the same octets" },
    78,
  ],
  "version-1": [
    "Version 1 has no extensions: it cannot say that it is a CA or for which names and uses it stands. Extensions need version 3.",
    { ca: "issue it again as version 3: `openssl req -x509` and `rootcause issue` do so by themselves" },
    93,
  ],
  "rule-crashed": [
    "Our own check failed on this certificate, so it counts as not passed. The other rules ran.",
    { client: "report it with the certificate; treat the certificate with suspicion until then" },
  ],
} as const;
encodingExplanations satisfies Record<string, ExplanationRow>;
