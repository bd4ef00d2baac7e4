import type { Fault } from "../fault.ts";
import { issuerNotFound } from "../prints/verification.ts";

export const pathLoop: Fault = {
  id: "path-loop",
  title: "The CAs issue each other in a circle",
  story: "The candidates for the chain lead back to each other. No way leads out of the circle to something trusted.",
  citation: "RFC 4158 section 2.4.2",
  severity: "every client refuses",
  weight: 1,
  raises: ["path-loop"],
  ambiguity: "issuer-not-found",
  prints: {
    ...issuerNotFound,
    dotnet: ["dotnet-cyclic", "dotnet-partial-chain"],
    others: ["openssl-55"],
  },
  build: (lab) => {
    const one = lab.newCa(lab.root, { subject: lab.subject("One") });
    const other = lab.newCa(one, { subject: lab.subject("Other") });
    return { sent: [lab.newLeaf(one), lab.newCa(other, { subject: lab.subject("One") }), other] };
  },
};
