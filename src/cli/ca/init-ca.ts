import { hostname, userInfo } from "node:os";
import { type CreateCaOptions, createCa } from "../../ca/create-ca.ts";
import type { Notice } from "../../ca/lint.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../output.ts";
import { columns } from "../text/columns.ts";
import { relativeText } from "../text/time.ts";
import { withNewStore } from "./store.ts";

/** What `init` answers. */
export interface InitReport {
  readonly store: string;
  readonly authorities: readonly InitAuthority[];
  readonly rootPem: string;
}

interface InitAuthority {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly notAfter: string;
}

export interface InitResult {
  readonly report: InitReport;
  readonly notices: readonly Notice[];
}

/** Makes a store with a CA in it. Without a name it is called after this user and machine. */
export function initCa(context: Context, options: Partial<CreateCaOptions> = {}): Promise<InitResult> {
  return withNewStore(context, async (ca) => {
    const { authorities, root, notices } = await createCa(ca, { ...options, name: options.name ?? machineName() });
    const report = {
      store: ca.store.location,
      authorities: authorities.map(({ id, name, certificate: { sha256, notAfter } }) => ({
        id,
        name,
        sha256,
        notAfter: notAfter.toISOString(),
      })),
      rootPem: root.certificate.toPem(),
    };
    return { report, notices };
  });
}

export function renderInit({ store, authorities }: InitReport, paint: Paint, now: Date): string {
  const each = authorities.flatMap(({ name, sha256, notAfter }) => [
    paint.bold(name),
    ...columns([["valid until", notAfter, relativeText(new Date(notAfter), now)]], paint),
    ...columns([["SHA-256", sha256]], paint),
  ]);
  return [`${paint.green("made a CA")} in ${store}`, ...each].join("\n");
}

/** `alice on laptop`: the development CAs in a trust list can be told apart. */
function machineName(): string {
  return `${userInfo().username} on ${hostname().split(".", 1)[0]}`;
}
