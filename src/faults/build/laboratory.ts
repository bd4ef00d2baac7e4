import { PrivateKey } from "../../keys/private-key.ts";
import { LAB_ORGANIZATION } from "../../x509/lab-marker.ts";
import type { Fault } from "../fault.ts";
import { type Issued, issueRoot } from "./issued.ts";
import { Lab } from "./lab.ts";
import type { Scene, SceneSpec } from "./scene.ts";

/** Builds faults for one moment, under one root, so that a client has to trust the lab only once. */
export class Laboratory {
  readonly at: Date;
  readonly root: Issued;
  readonly #labs = new Map<string, Lab>();

  constructor(at: Date) {
    this.at = at;
    const subject = `CN=rootcause lab,O=${LAB_ORGANIZATION}`;
    this.root = issueRoot({ subject, key: PrivateKey.generate("ecdsa-p256") }, at);
  }

  /** The fault, in place. */
  build(fault: Fault): Scene {
    const lab = this.#lab(fault);
    return complete(lab, specOf(fault, lab));
  }

  /** The same place once the fault's advice has been followed. */
  mend(fault: Fault): Scene {
    const lab = this.#lab(fault);
    const { name, demand } = specOf(fault, lab);
    const usual: SceneSpec =
      demand === undefined ? {} : { demand, client: { identity: lab.identity(lab.newClient()) } };
    return complete(lab, { ...(name !== undefined && { name }), ...usual, ...fault.mend?.(lab) });
  }

  #lab({ id }: Fault): Lab {
    const lab = this.#labs.get(id) ?? new Lab(id, this.at, this.root);
    this.#labs.set(id, lab);
    return lab;
  }
}

function specOf(fault: Fault, lab: Lab): SceneSpec {
  if (fault.build === undefined) throw new TypeError(`${fault.id} has no builder`);
  return fault.build(lab);
}

function complete(lab: Lab, spec: SceneSpec): Scene {
  const { sent = lab.below(lab.leaf), key = (sent[0] ?? lab.leaf).key } = spec;
  return {
    server: { chain: sent, key },
    trust: spec.trust ?? [lab.root],
    name: spec.name ?? "localhost",
    crls: spec.crls ?? [],
    ocsp: spec.ocsp ?? [],
    verify: spec.verify ?? {},
    conduct: spec.conduct ?? { kind: "tls" },
    demand: spec.demand,
    client: spec.client ?? {},
  };
}
