import { hostname, userInfo } from "node:os";
import { authorityName } from "../../ca/authority-name.ts";
import { type CreateCaOptions, createCa } from "../../ca/create-ca.ts";
import type { Notice } from "../../ca/lint.ts";
import { makeRoot } from "../../ca/make-authority.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { columns } from "../text/columns.ts";
import { relativeText, timeText } from "../text/time.ts";
import { withNewStore } from "./store.ts";

/** What `init` answers. */
export interface InitReport {
  readonly store: string;
  /** From the root down. */
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
export async function initCa(context: Context, options: Partial<CreateCaOptions> = {}): Promise<InitResult> {
  const named = { ...options, name: options.name ?? machineName() };
  await rehearse(named, context.now());
  return withNewStore(context, async (ca) => {
    const { authorities, root, notices } = await createCa(ca, named);
    const report = {
      store: ca.store.location,
      authorities: authorities.map(({ id, name, certificate: { sha256, notAfter } }) => ({
        id,
        name,
        sha256,
        notAfter: timeText(notAfter),
      })),
      rootPem: root.certificate.toPem(),
    };
    return { report, notices };
  });
}

export function renderInit({ store, authorities }: InitReport, paint: Paint, now: Date): string {
  const each = authorities.flatMap(({ name, sha256, notAfter }) => [
    paint.bold(name),
    ...columns(
      [
        ["valid until", notAfter, relativeText(new Date(notAfter), now)],
        ["SHA-256", sha256],
      ],
      paint,
    ),
  ]);
  return [`${paint.green("made a CA")} in ${store}`, ...each].join("\n");
}

/** Makes a root of these terms in memory: what would be refused is refused before there is a store. */
async function rehearse({ name, rootDays: days, limits }: CreateCaOptions, now: Date): Promise<void> {
  await makeRoot(authorityName(name, "Root", "rehearsal"), { days, limits }, now);
}

/** `alice on laptop`: the development CAs in a trust list can be told apart. */
function machineName(): string {
  return `${userName()} on ${hostname().split(".", 1)[0]}`.slice(0, 40).trim();
}

/** In a container the user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "someone";
  }
}
