import type { BreakingConduct, Conduct, NowhereConduct, TlsConduct } from "../faults/build/conduct.ts";

/** What a server does on the wire, in words; undefined: it speaks TLS as it should. */
export function describeConduct(conduct: Conduct): string | undefined {
  switch (conduct.kind) {
    case "tls":
      return describeLimits(conduct);
    case "breaks-off":
      return breaks(conduct);
    case "plain":
      return `speaks ${conduct.protocol} before any TLS`;
    case "nowhere":
      return places[conduct.why];
  }
}

function describeLimits({ minVersion, maxVersion, ciphers, groups, alpn, otherwise }: TlsConduct): string | undefined {
  const isOne = minVersion !== undefined && minVersion === maxVersion;
  const limits = [
    isOne && `${minVersion} alone`,
    !isOne && minVersion && `${minVersion} at least`,
    !isOne && maxVersion && `${maxVersion} at most`,
    ciphers && `the ciphers ${ciphers}`,
    groups && `the groups ${groups}`,
    alpn && `the protocols ${alpn.join(", ")} and no other`,
    otherwise && "another certificate for clients that send no server name",
  ].filter((limit) => limit);
  return limits.length === 0 ? undefined : limits.join("; ");
}

function breaks({ by }: BreakingConduct): string {
  if (typeof by === "number") return `answers every hello with alert ${by}`;
  return { close: "closes at the hello", reset: "resets at the hello", hang: "never answers the hello" }[by];
}

const places: Readonly<Record<NowhereConduct["why"], string>> = {
  "name-unknown": "has a name that nobody knows",
  "name-server-silent": "has a name whose name server does not answer",
  refused: "does not listen",
  "no-answer": "does not answer to packets",
  "no-route": "has an address that no route leads to",
};
