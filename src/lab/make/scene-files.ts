import type { Issued } from "../../faults/build/issued.ts";
import type { ClientDemand, Identity, Scene } from "../../faults/build/scene.ts";
import { encodePem } from "../../x509/pem.ts";
import { chainPem } from "../serve/chain-pem.ts";
import type { LabFile } from "./lab-file.ts";

/** What server and client of a scene have to hold, as files. Certificates stand in PEM even where their octets make no sense. */
export function sceneFiles(
  { server, trust, crls, ocsp, demand, client }: Scene,
  root: Pick<Issued, "der">,
): readonly LabFile[] {
  return [
    ...serverFiles(server),
    { name: "root.pem", contents: chainPem([root]) },
    { name: "trust.pem", contents: chainPem(trust) },
    ...crlFiles(crls, trust, { crls: "crl.pem", both: "trust-crl.pem" }),
    ...ocsp.map((der, index) => ({ name: index === 0 ? "ocsp.der" : `ocsp-${index}.der`, contents: der })),
    ...(demand === undefined ? [] : demandFiles(demand)),
    ...(client.identity === undefined ? [] : clientFiles(client.identity)),
  ];
}

function serverFiles({ chain, key }: Identity): readonly LabFile[] {
  const others = chain.slice(1);
  return [
    { name: "cert.pem", contents: chainPem(chain.slice(0, 1)) },
    ...(others.length === 0 ? [] : [{ name: "chain.pem", contents: chainPem(others) }]),
    { name: "fullchain.pem", contents: chainPem(chain) },
    { name: "key.pem", contents: key.toPem(), secret: true },
  ];
}

function clientFiles({ chain, key }: Identity): readonly LabFile[] {
  return [
    { name: "client.pem", contents: chainPem(chain) },
    { name: "client-key.pem", contents: key.toPem(), secret: true },
  ];
}

function demandFiles({ trust, crls = [] }: ClientDemand): readonly LabFile[] {
  return [
    { name: "client-ca.pem", contents: chainPem(trust) },
    ...crlFiles(crls, trust, { crls: "client-crl.pem", both: "client-ca-crl.pem" }),
  ];
}

/** OpenSSL takes CRLs from the file of the certificates that it trusts. */
function crlFiles(
  crls: readonly Uint8Array[],
  trust: readonly Issued[],
  names: { readonly crls: string; readonly both: string },
): readonly LabFile[] {
  if (crls.length === 0) return [];
  const pem = crls.map((der) => encodePem("X509 CRL", der)).join("");
  return [
    { name: names.crls, contents: pem },
    { name: names.both, contents: chainPem(trust) + pem },
  ];
}
