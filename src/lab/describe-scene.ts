import type { Issued } from "../faults/build/issued.ts";
import type { Scene } from "../faults/build/scene.ts";
import { describeConduct } from "./describe-conduct.ts";

/** A line about a scene: who does it, and what. */
export type SceneFact = readonly [label: string, value: string];

/** How a fault is made: who sends, trusts, asks for and does what. */
export function describeScene(scene: Scene): readonly SceneFact[] {
  const { server, trust, name, crls, ocsp, demand, client } = scene;
  const conduct = describeConduct(scene.conduct);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ["the server sends", scene.conduct.kind === "tls" ? names(server.chain) : undefined],
    ["the server does", conduct],
    ["the client trusts", names(trust)],
    ["the client asks for", client.sni === false ? `${name}, without saying so` : name],
    ["at hand", sources(crls.length, ocsp.length)],
    ["the server trusts", demand && names(demand.trust)],
    ["the client shows", demand && names(client.identity?.chain ?? [])],
  ];
  return facts.filter((fact): fact is SceneFact => fact[1] !== undefined);
}

const SHOWN = 4;

function names(certificates: readonly Issued[]): string {
  if (certificates.length === 0) return "nothing";
  const all = certificates.map(({ name }) => name.commonName ?? "one without a name");
  if (all.length <= SHOWN + 1) return all.join(", ");
  return [...all.slice(0, SHOWN), `and ${all.length - SHOWN} more`].join(", ");
}

function sources(crls: number, responses: number): string | undefined {
  if (crls > 0) return crls === 1 ? "a CRL" : `${crls} CRLs`;
  if (responses > 0) return responses === 1 ? "an OCSP response" : `${responses} OCSP responses`;
  return undefined;
}
