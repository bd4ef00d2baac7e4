import { PrivateKey } from "../../keys/private-key.ts";
import { LAB_ORGANIZATION } from "../../x509/lab-marker.ts";
import type { Fault } from "../fault.ts";
import { type Issued, issueRoot } from "./issued.ts";
import { Lab, type LabOptions } from "./lab.ts";
import { checkedByCrl, checkedByOcsp } from "./revocation-scene.ts";
import type { Scene, SceneSpec } from "./scene.ts";

export interface LaboratoryOptions {
  /** What clients ask for: `localhost` unless told. */
  readonly name?: string | undefined;
  /** Where live faults answer over HTTP, each under its id: `http://127.0.0.1:8000`. */
  readonly endpoint?: string;
}

/** Builds faults for one moment, under one root, so that a client has to trust the lab only once. */
export class Laboratory {
  readonly at: Date;
  readonly root: Issued;
  readonly #name: string | undefined;
  readonly #endpoint: string | undefined;
  readonly #labs = new Map<string, Lab>();

  constructor(at: Date, { name, endpoint }: LaboratoryOptions = {}) {
    this.at = at;
    this.#name = name;
    this.#endpoint = endpoint;
    const subject = `CN=rootcause lab,O=${LAB_ORGANIZATION}`;
    this.root = issueRoot({ subject, key: PrivateKey.generate("ecdsa-p256") }, at);
  }

  /** The fault, in place. */
  build(fault: Fault): Scene {
    const lab = this.#lab(fault);
    return complete(lab, fault.build(lab));
  }

  /** The same place once the fault's advice has been followed. */
  mend(fault: Fault): Scene {
    const lab = this.#lab(fault);
    const { name, demand } = fault.build(lab);
    const usual: SceneSpec =
      demand === undefined ? {} : { demand, client: { identity: lab.identity(lab.newClient()) } };
    return complete(lab, {
      ...(name !== undefined && { name }),
      ...usual,
      ...goodSources(fault, lab),
      ...fault.mend?.(lab),
    });
  }

  #lab(fault: Fault): Lab {
    const { id } = fault;
    const lab = this.#labs.get(id) ?? new Lab(id, this.at, this.root, this.#options(fault));
    this.#labs.set(id, lab);
    return lab;
  }

  #options({ id, revocation: source }: Fault): LabOptions {
    const place = this.#endpoint === undefined ? undefined : { url: `${this.#endpoint}/${id}`, source };
    return { name: this.#name, place };
  }
}

/** CRLs or OCSP responses as they should be, for faults of those. */
function goodSources({ revocation }: Fault, lab: Lab): SceneSpec {
  if (revocation === undefined) return {};
  return revocation === "crl" ? checkedByCrl(lab, lab.crl(lab.issuing)) : checkedByOcsp(lab);
}

function complete(lab: Lab, spec: SceneSpec): Scene {
  const { sent = lab.below(lab.leaf), key = (sent[0] ?? lab.leaf).key } = spec;
  return {
    server: { chain: sent, key },
    trust: spec.trust ?? [lab.root],
    name: spec.name ?? lab.name,
    crls: spec.crls ?? [],
    ocsp: spec.ocsp ?? [],
    endpoints: spec.endpoints ?? [],
    verify: spec.verify ?? {},
    conduct: spec.conduct ?? { kind: "tls" },
    demand: spec.demand,
    client: spec.client ?? {},
  };
}
