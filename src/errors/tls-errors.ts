import type { ErrorEntry } from "./entry.ts";

export const tlsErrors = {
  ERR_HOST_FAULT: {
    title: "{address}: {detail} ({fault})",
    hint: "`rootcause explain {fault}` says what may be behind it and what to do",
    exit: 4,
    http: 502,
  },
  ERR_HOST: {
    title: "{address}: no TLS handshake: {detail}",
    hint: "see what another client says, such as `openssl s_client -connect {address}`, and give its text to `rootcause explain`",
    exit: 4,
    http: 502,
  },
} as const;
tlsErrors satisfies Record<string, ErrorEntry>;
